package org.rapport.knowledge;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.rapport.knowledge.ask.Answering;
import org.rapport.knowledge.ask.Indexing;
import org.rapport.knowledge.ask.Signals;
import org.rapport.knowledge.content.Content;
import org.rapport.knowledge.embed.Embedder;
import org.rapport.knowledge.embed.KnownVectors;
import org.rapport.knowledge.embed.Progress;
import org.rapport.knowledge.embed.RememberedTexts;
import org.rapport.knowledge.gaps.Gap;
import org.rapport.knowledge.gaps.Gaps;
import org.rapport.knowledge.gaps.Missed;
import org.rapport.knowledge.index.Edition;
import org.rapport.knowledge.index.Generation;
import org.rapport.knowledge.index.Generations;

/**
 * Answers questions from the guidance, and takes in new guidance while it does. Safe for any number
 * of threads; a question in flight keeps the generation that it began with. Beside the guidance for
 * everybody an organisation may have its own, which only its people find.
 */
public final class Knowledge implements AutoCloseable {
  /** The owner of the guidance that is for everybody; any other owner is an organisation's id. */
  public static final String EVERYBODY = "";

  private final Path folder;
  private final Embedder embedder;
  private final AtomicReference<LiveGenerations> live = new AtomicReference<>(LiveGenerations.NONE);

  private Knowledge(Path folder, Embedder embedder) {
    this.folder = folder;
    this.embedder = embedder;
  }

  /** There is no generation to answer from yet: {@code reindex} makes one. */
  public static final class NoIndex extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NoIndex() {
      super("There is no index yet; run reindex");
    }
  }

  /**
   * Opens the index in a folder, with the live generations that it has.
   *
   * @param folder where generations are kept; made if absent when the first is built
   * @return not {@link #ready} if there is no live generation, or one of another version of Rapport
   */
  public static Knowledge open(Path folder) {
    Knowledge knowledge =
        new Knowledge(folder, new Embedder(Runtime.getRuntime().availableProcessors()));
    knowledge.openLive(EVERYBODY);
    Generations.organisations(folder).forEach(knowledge::openLive);
    return knowledge;
  }

  private void openLive(String owner) {
    try {
      generations(owner)
          .openLive()
          .ifPresent(generation -> publish(owner, generation, Optional.empty()));
    } catch (UncheckedIOException ofAnotherVersion) {
      // As good as none: the next build makes one of this version beside it.
    }
  }

  /** Loads the embedding model now, so that no question waits for it. */
  public void warmUp() {
    embedder.warmUp();
  }

  /**
   * The vectors of what is live in another folder, which is read anew each time; none if nothing is
   * there.
   */
  public static KnownVectors vectorsIn(Path folder) {
    return keys -> {
      try {
        Optional<Generation> live = new Generations(folder, EVERYBODY).openLive();
        if (live.isEmpty()) {
          return Map.of();
        }
        try (Generation generation = live.get()) {
          return Indexing.vectors(generation).find(keys);
        }
      } catch (UncheckedIOException unusable) {
        return Map.of();
      }
    };
  }

  /** Whether a generation is open to answer from. */
  public boolean ready() {
    return live.get().answering(EVERYBODY) != null;
  }

  /** The number of the generation for everybody; 0 while there is none. */
  public int generation() {
    return generation(EVERYBODY);
  }

  /** The number of an owner's generation that answers; 0 while there is none. */
  public int generation(String owner) {
    return live.get().generation(owner).map(Generation::number).orElse(0);
  }

  /** Tells the edition that an owner's generation was built from; empty while there is none. */
  public String digest(String owner) {
    return live.get().generation(owner).map(Generation::digest).orElse("");
  }

  /**
   * Answers a question from what is for everybody.
   *
   * @throws NoIndex while there is no guidance
   */
  public Answer ask(Question question) {
    return ask(EVERYBODY, question);
  }

  /**
   * Answers a question of somebody of an organisation.
   *
   * @throws NoIndex while there is no guidance
   */
  public Answer ask(String organisation, Question question) {
    return withLive(organisation, answering -> answering.answer(question));
  }

  /**
   * What speaks for and against answering a question, for fitting the confidence.
   *
   * @throws NoIndex while there is no guidance
   */
  public Signals signals(Question question) {
    return withLive(EVERYBODY, answering -> answering.signals(question));
  }

  /**
   * What to write next: what was asked in vain, in groups that ask alike, largest first.
   *
   * @throws NoIndex while there is no live generation
   */
  public List<Gap> gaps(List<Missed> missed) {
    return Gaps.in(
        missed, embedder, words -> ask(new Question(words)).passages().stream().findFirst());
  }

  private <T> T withLive(String organisation, Function<Answering, T> work) {
    while (true) {
      Answering now = live.get().answering(organisation);
      if (now == null) {
        throw new NoIndex();
      }
      if (now.retain()) {
        try {
          return work.apply(now);
        } finally {
          now.release();
        }
      }
    }
  }

  /**
   * Gets the vectors of questions that every release is measured by.
   *
   * @param known keeps those that are not known
   * @throws NoIndex while there is no guidance
   */
  public void learn(Collection<Question> questions, KnownVectors known) {
    new RememberedTexts(embedder, known)
        .learn(
            withLive(
                EVERYBODY,
                answering ->
                    questions.stream().flatMap(each -> answering.texts(each).stream()).toList()));
  }

  /** The vectors that an owner's live generation holds. */
  public KnownVectors vectors(String owner) {
    return live.get().generation(owner).map(Indexing::vectors).orElse(KnownVectors.NONE);
  }

  /** How an edition differs from what an owner has live. */
  public Difference compare(String owner, Edition edition) {
    return Difference.between(
        live.get().generation(owner).map(Generation::hashes).orElse(Map.of()), edition.hashById());
  }

  /**
   * Builds a generation beside the live ones. Questions are answered all the while.
   *
   * @param number must be higher than that of any generation of this owner
   * @param known vectors that need not be computed
   * @param progress hears how many new sections are written
   * @throws NoIndex if it is an organisation's, and there is no guidance for everybody yet
   * @throws Generations.Busy if another build or switch is under way
   */
  public Draft draft(
      String owner, int number, Edition edition, KnownVectors known, Progress progress) {
    if (!owner.equals(EVERYBODY) && !ready()) {
      throw new NoIndex();
    }
    Generations.Changing changing = generations(owner).change();
    try {
      LiveGenerations now = live.get();
      Generations.Built built =
          Indexing.build(
              changing, number, edition, embedder, known, now.generation(owner), progress);
      return new Draft(
          changing,
          built,
          now.trial(owner, built.generation(), embedder).orElseThrow(NoIndex::new),
          now.beside(owner),
          embedder,
          compare(owner, edition),
          (generation, tried) -> publish(owner, generation, Optional.of(tried)));
    } catch (RuntimeException failed) {
      changing.close();
      throw failed;
    }
  }

  /**
   * Makes a generation live that is on this disk already.
   *
   * @param digest of the edition that it must have been built from
   * @return false if it is not here, or not built from that
   * @throws Generations.Busy if a build or another switch is under way
   */
  public boolean switchTo(String owner, int number, String digest) {
    Generations generations = generations(owner);
    try (Generations.Changing changing = generations.change()) {
      Optional<Generation> found = generations.open(number, digest);
      found.ifPresent(generation -> {
        changing.makeLive(generation);
        publish(owner, generation, Optional.empty());
      });
      return found.isPresent();
    } catch (UncheckedIOException notWhole) {
      return false;
    }
  }

  /**
   * Deletes an owner's generations from this disk, but for these and the live one.
   *
   * @throws Generations.Busy if a build or another switch is under way
   */
  public void keepOnly(String owner, Collection<Integer> numbers) {
    try (Generations.Changing changing = generations(owner).change()) {
      changing.keepOnly(numbers);
    }
  }

  /** Builds a generation of some content and makes it live, in this folder alone. */
  public void reindex(Content content) {
    reindex(content, KnownVectors.NONE);
  }

  /**
   * Builds a generation of some content and makes it live, in this folder alone.
   *
   * @param known vectors that need not be computed
   */
  public void reindex(Content content, KnownVectors known) {
    Generations generations = generations(EVERYBODY);
    Edition edition = Indexing.edition(content);
    if (edition.digest().equals(digest(EVERYBODY))) {
      return;
    }
    int last = generations.all().stream().mapToInt(Integer::intValue).max().orElse(0);
    try (Draft draft = draft(EVERYBODY, last + 1, edition, known, Progress.UNHEARD)) {
      draft.goLive();
    }
    keepOnly(EVERYBODY, List.of());
  }

  private synchronized void publish(
      String owner, Generation generation, Optional<Answering> tried) {
    Optional<Generation> old = live.get().generation(owner);
    live.set(live.get().with(owner, generation, tried, embedder));
    old.ifPresent(Generation::close);
  }

  private Generations generations(String owner) {
    return new Generations(folder, owner);
  }

  @Override
  public synchronized void close() {
    live.getAndSet(LiveGenerations.NONE).generations().values().forEach(Generation::close);
    embedder.close();
  }
}
