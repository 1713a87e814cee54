package org.rapport.knowledge;

import java.util.function.Consumer;
import org.rapport.knowledge.ask.Answering;
import org.rapport.knowledge.ask.Indexing;
import org.rapport.knowledge.embed.KnownVectors;
import org.rapport.knowledge.index.Generation;
import org.rapport.knowledge.index.Generations;

/**
 * A generation that is built, and can be asked, and is not live yet. While it is open, nobody else
 * can build or switch.
 */
public final class Draft implements AutoCloseable {
  private final Generations.Changing folder;
  private final Generations.Built built;
  private final Answering answering;
  private final Difference difference;
  private final Consumer<Generation> publish;
  private boolean isLive;

  Draft(
      Generations.Changing folder,
      Generations.Built built,
      Answering answering,
      Difference difference,
      Consumer<Generation> publish) {
    this.folder = folder;
    this.built = built;
    this.answering = answering;
    this.difference = difference;
    this.publish = publish;
  }

  /** Its number. */
  public int number() {
    return built.generation().number();
  }

  /** How many sections it has. */
  public int sections() {
    return built.generation().size();
  }

  /** How many sections and boundaries had to be embedded for it. */
  public int embedded() {
    return built.embedded();
  }

  /** How it differs from the live one. */
  public Difference difference() {
    return difference;
  }

  /** The vectors that it holds. */
  public KnownVectors vectors() {
    return Indexing.vectors(built.generation());
  }

  /** What it answers to its owner's people. */
  public Answer ask(Question question) {
    return answering.answer(question);
  }

  /** Makes it the live one; questions in flight keep the one that they began with. */
  public void goLive() {
    folder.makeLive(built.generation());
    publish.accept(built.generation());
    isLive = true;
  }

  /** Gives the right to build back; what did not go live is deleted. */
  @Override
  public void close() {
    try {
      if (!isLive) {
        folder.discard(built.generation());
      }
    } finally {
      folder.close();
    }
  }
}
