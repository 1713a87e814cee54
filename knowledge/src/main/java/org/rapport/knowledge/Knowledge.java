package org.rapport.knowledge;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.rapport.knowledge.ask.Answering;
import org.rapport.knowledge.ask.Indexing;
import org.rapport.knowledge.ask.Signals;
import org.rapport.knowledge.content.Content;
import org.rapport.knowledge.embed.Embedder;
import org.rapport.knowledge.gaps.Gap;
import org.rapport.knowledge.gaps.Gaps;
import org.rapport.knowledge.gaps.Missed;
import org.rapport.knowledge.index.Generation;
import org.rapport.knowledge.index.Generations;

/**
 * Answers questions from the guidance, and takes in new guidance while it does. Safe for any number
 * of threads; a question in flight keeps the generation that it began with.
 */
public final class Knowledge implements AutoCloseable {
  private final Generations generations;
  private final Embedder embedder;
  private final AtomicReference<@Nullable Live> live = new AtomicReference<>();

  private record Live(Generation generation, Answering answering) {}

  private Knowledge(Path folder, Embedder embedder) {
    this.generations = new Generations(folder);
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
   * Opens the index in a folder, with its live generation if it has one.
   *
   * @param folder where generations are kept; made if absent on the first reindex
   * @return not {@link #ready} if there is no live generation, or one of another version of Rapport
   */
  public static Knowledge open(Path folder) {
    Knowledge knowledge =
        new Knowledge(folder, Embedder.load(Runtime.getRuntime().availableProcessors()));
    try {
      knowledge.refresh();
    } catch (UncheckedIOException ofAnotherVersion) {
      // As good as none: the next reindex builds one of this version beside it.
    }
    return knowledge;
  }

  /** Whether a generation is open to answer from. */
  public boolean ready() {
    return live.get() != null;
  }

  /** The number of the generation that answers; 0 while there is none. */
  public int generation() {
    Live now = live.get();
    return now == null ? 0 : now.generation().number();
  }

  /** The numbers of the generations that are kept, oldest first. */
  public List<Integer> generations() {
    return generations.all();
  }

  /**
   * Answers a question from the live generation.
   *
   * @throws NoIndex while there is none
   */
  public Answer ask(Question question) {
    return withLive(answering -> answering.answer(question));
  }

  /**
   * What speaks for and against answering a question, for fitting the confidence.
   *
   * @throws NoIndex while there is no live generation
   */
  public Signals signals(Question question) {
    return withLive(answering -> answering.signals(question));
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

  private <T> T withLive(Function<Answering, T> work) {
    while (true) {
      Live now = live.get();
      if (now == null) {
        throw new NoIndex();
      }
      if (now.generation().retain()) {
        try {
          return work.apply(now.answering());
        } finally {
          now.generation().release();
        }
      }
    }
  }

  /** What a reindex of this content would add, change and remove. */
  public Reindexed compare(Content content) {
    Map<String, String> before = new HashMap<>();
    Live now = live.get();
    if (now != null && now.generation().retain()) {
      try {
        before.putAll(Indexing.hashes(now.generation()));
      } finally {
        now.generation().release();
      }
    }
    List<String> added = new ArrayList<>();
    List<String> changed = new ArrayList<>();
    Map<String, String> after = Indexing.hashes(content);
    after.forEach((id, hash) -> {
      String old = before.remove(id);
      if (old == null) {
        added.add(id);
      } else if (!old.equals(hash)) {
        changed.add(id);
      }
    });
    return new Reindexed(
        generation(),
        false,
        content.sections().size(),
        0,
        added.stream().sorted().toList(),
        changed.stream().sorted().toList(),
        before.keySet().stream().sorted().toList());
  }

  /**
   * Builds a new generation from this content and makes it live, unless nothing changed. Questions
   * are answered all the while.
   *
   * @param force build even if nothing changed
   * @throws Generations.Busy if another reindex or rollback is running
   */
  public Reindexed reindex(Content content, boolean force) {
    Reindexed difference = compare(content);
    Live now = live.get();
    if (!force && now != null && Indexing.isBuiltFrom(now.generation(), content)) {
      return difference;
    }
    Generations.Built built =
        Indexing.build(generations, content, embedder, now == null ? null : now.generation());
    refresh();
    return new Reindexed(
        built.number(),
        true,
        built.entries(),
        built.embedded(),
        difference.added(),
        difference.changed(),
        difference.removed());
  }

  /**
   * Makes an earlier generation live again.
   *
   * @throws IllegalArgumentException if it is not kept
   * @throws Generations.Busy if another reindex or rollback is running
   */
  public void rollback(int generation) {
    generations.rollback(generation);
    refresh();
  }

  /** Opens the live generation if another process has made another one live. */
  public synchronized void refresh() {
    OptionalInt wanted = generations.live();
    if (wanted.isEmpty() || wanted.getAsInt() == generation()) {
      return;
    }
    Generation opened = generations.open(wanted.getAsInt());
    Live old = live.getAndSet(new Live(opened, new Answering(opened, embedder)));
    if (old != null) {
      old.generation().close();
    }
  }

  @Override
  public synchronized void close() {
    Live old = live.getAndSet(null);
    if (old != null) {
      old.generation().close();
    }
    embedder.close();
  }
}
