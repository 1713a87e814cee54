package org.rapport.knowledge.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.rapport.knowledge.Knowledge;
import org.rapport.knowledge.Question;
import org.rapport.knowledge.ask.Retriever;
import org.rapport.knowledge.embed.Embedder;
import org.rapport.knowledge.index.Corpus;
import org.rapport.knowledge.index.Generation;
import org.rapport.knowledge.index.Generations;

/** Times questions, one after the other, put to an index. */
final class Asking {
  private static final int PASSAGES = 10;

  private final List<String> warmUp;
  private final List<String> questions;
  private final List<float[]> vectors = new ArrayList<>();

  /**
   * @param warmUp asked before, and not timed
   * @param questions timed, in this order; no two alike, as an answer is kept
   */
  Asking(List<String> warmUp, List<String> questions) {
    this.warmUp = warmUp;
    this.questions = questions;
    try (Embedder embedder = new Embedder(1)) {
      questions.forEach(question -> vectors.add(embedder.embed(question)));
    }
  }

  /** Whole answers, as the product gives them. */
  Times answers(Path index) {
    try (Knowledge knowledge = Knowledge.open(index)) {
      warmUp.forEach(question -> knowledge.ask(new Question(question)));
      return Times.of(questions.size(), place -> knowledge.ask(new Question(questions.get(place))));
    }
  }

  /** The search alone, with the question's vector at hand. */
  Times searches(Path index) {
    Generations generations = new Generations(index, Knowledge.EVERYBODY);
    try (Generation generation = generations.openLive().orElseThrow()) {
      Corpus corpus = new Corpus(generation, Optional.empty());
      IntConsumer search =
          place ->
              Retriever.retrieve(
                  corpus,
                  questions.get(place),
                  questions.get(place),
                  vectors.get(place),
                  PASSAGES,
                  Retriever.Mode.BOTH);
      IntStream.range(0, warmUp.size()).forEach(search);
      return Times.of(questions.size(), search);
    }
  }
}
