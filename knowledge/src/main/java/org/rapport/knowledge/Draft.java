package org.rapport.knowledge;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.rapport.knowledge.ask.Answering;
import org.rapport.knowledge.ask.Indexing;
import org.rapport.knowledge.embed.Embedder;
import org.rapport.knowledge.embed.KnownVectors;
import org.rapport.knowledge.embed.RememberedTexts;
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
  private final Optional<Beside> beside;
  private final Embedder embedder;
  private final Difference difference;
  private final BiConsumer<Generation, Answering> publish;
  private final Map<Question, List<String>> parts = new ConcurrentHashMap<>();
  private boolean isLive;

  /**
   * What answers its owner's people now.
   *
   * @param generations all that it answers from
   */
  record Beside(Answering live, List<Generation> generations) {}

  Draft(
      Generations.Changing folder,
      Generations.Built built,
      Answering answering,
      Optional<Beside> beside,
      Embedder embedder,
      Difference difference,
      BiConsumer<Generation, Answering> publish) {
    this.folder = folder;
    this.built = built;
    this.answering = answering;
    this.beside = beside;
    this.embedder = embedder;
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

  /**
   * What is live beside it; empty if nothing answers its owner's people yet.
   *
   * @param known vectors of texts that need not be computed; keeps those of questions
   */
  public Optional<Trial> trial(KnownVectors known) {
    RememberedTexts texts = new RememberedTexts(embedder, known);
    return beside.map(now -> new Trial(now.live(), answering, texts, this::parts, reach(now)));
  }

  /**
   * What the vectors of some questions are kept by; those that are not kept yet are from now on.
   *
   * @param known keeps them
   */
  public Set<String> learn(Collection<Question> questions, KnownVectors known) {
    Set<String> texts =
        questions.stream()
            .flatMap(question -> parts(question).stream())
            .collect(Collectors.toSet());
    new RememberedTexts(embedder, known).learn(texts);
    return RememberedTexts.keys(texts);
  }

  /** Taking a question apart takes a while, and each is looked at more than once. */
  private List<String> parts(Question question) {
    return parts.computeIfAbsent(question, answering::texts);
  }

  private Optional<Reach> reach(Beside now) {
    List<Generation> states = new ArrayList<>(now.generations());
    states.add(built.generation());
    List<String> changed = difference.all();
    int sections = states.stream().mapToInt(Generation::size).max().orElse(0);
    return Reach.isSmall(changed.size(), sections) && isMadeAlike(now)
        ? Optional.of(new Reach(changed, states))
        : Optional.empty();
  }

  /** Whether what is decided differs by sections only; an organisation's part has no rules. */
  private boolean isMadeAlike(Beside now) {
    boolean ofToday = now.generations().stream().noneMatch(each -> each.digest().isEmpty());
    byte[] rules = built.generation().extra();
    return ofToday
        && (rules.length == 0 || Indexing.decideAlike(rules, now.generations().getFirst().extra()));
  }

  /** Makes it the live one; questions in flight keep the one that they began with. */
  public void goLive() {
    folder.makeLive(built.generation());
    publish.accept(built.generation(), answering);
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
