package org.rapport.knowledge.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.rapport.knowledge.Draft;
import org.rapport.knowledge.Knowledge;
import org.rapport.knowledge.Trial;
import org.rapport.knowledge.ask.Indexing;
import org.rapport.knowledge.content.Content;
import org.rapport.knowledge.content.ShippedContent;
import org.rapport.knowledge.embed.Embedder;
import org.rapport.knowledge.embed.KnownVectors;
import org.rapport.knowledge.embed.Progress;
import org.rapport.knowledge.embed.Vectors;
import org.rapport.knowledge.evaluate.Gate;
import org.rapport.knowledge.evaluate.GoldenQuestion;
import org.rapport.knowledge.evaluate.GoldenSets;
import org.rapport.knowledge.index.Edition;
import org.rapport.knowledge.index.Entry;

/**
 * From which cosine on a changed section can touch a golden question: sections are taken out, given
 * other words, and added, one at a time, and all questions asked each time.
 */
final class ReachExperiment {
  private static final int EVERY = 14;
  private static final List<Double> NEAR = List.of(0.6, 0.65, 0.7, 0.75, 0.8, 0.85, 0.9);

  private final Knowledge knowledge;
  private final Edition shipped;
  private final List<GoldenQuestion> golden;
  private final Map<String, float[]> vectors = new HashMap<>();
  private final Map<Double, Integer> asked = new HashMap<>();
  private final Map<Double, Integer> missed = new HashMap<>();
  private final Map<Double, Integer> lostUnseen = new HashMap<>();
  private final KnownVectors texts = new InMemory();
  private int trials;
  private int changes;
  private int lost;

  private ReachExperiment(Knowledge knowledge, Content content, Embedder embedder) {
    this.knowledge = knowledge;
    this.shipped = Indexing.edition(content);
    this.golden = GoldenSets.answerable(GoldenSets.shipped(), content);
    golden.forEach(each -> vectors.put(each.words(), embedder.embed(each.words())));
  }

  /**
   * Prints the table.
   *
   * @param arguments a folder that the index is kept in for the next run
   */
  public static void main(String[] arguments) {
    Content content = ShippedContent.read();
    try (Knowledge knowledge = Knowledge.open(Path.of(arguments[0]));
        Embedder embedder = new Embedder(Runtime.getRuntime().availableProcessors())) {
      knowledge.reindex(content);
      new ReachExperiment(knowledge, content, embedder).run();
    }
  }

  private void run() {
    for (int i = 0; i < shipped.entries().size(); i += EVERY) {
      Entry entry = shipped.entries().get(i);
      Entry other = shipped.entries().get((i + 100) % shipped.entries().size());
      List<Entry> without = new ArrayList<>(shipped.entries());
      without.remove(i);
      compare(List.of(entry), without);
      Entry mixed = with(entry.id(), entry, other);
      List<Entry> reworded = new ArrayList<>(shipped.entries());
      reworded.set(i, mixed);
      compare(List.of(entry, mixed), reworded);
      Entry more = with(entry.id() + "-more", other, entry);
      List<Entry> added = new ArrayList<>(shipped.entries());
      added.add(more);
      compare(List.of(more), added);
    }
    System.out.printf(
        "%d changes of one section, %d questions each: %d other answers, %d lost%n",
        trials, golden.size(), changes, lost);
    System.out.println("| from cosine | asked | other answers unseen | lost unseen |");
    System.out.println("|---|---|---|---|");
    for (double near : NEAR) {
      System.out.printf(
          "| %.2f | %.1f%% | %d | %d |%n",
          near,
          100.0 * asked.getOrDefault(near, 0) / trials / golden.size(),
          missed.getOrDefault(near, 0),
          lostUnseen.getOrDefault(near, 0));
    }
  }

  /** Title and words of one, and what people ask of another. */
  private static Entry with(String id, Entry words, Entry questions) {
    return new Entry(
        id,
        words.document(),
        words.title(),
        questions.questions(),
        words.body(),
        words.facts(),
        words.stored());
  }

  private void compare(List<Entry> changed, List<Entry> entries) {
    try (Draft draft =
        knowledge.draft(
            Knowledge.EVERYBODY,
            knowledge.generation() + 1,
            new Edition(entries, shipped.rules()),
            KnownVectors.NONE,
            Progress.UNHEARD)) {
      Trial trial = draft.trial(texts).orElseThrow();
      List<float[]> reach = new ArrayList<>();
      for (Entry entry : changed) {
        String key = entry.vectorsKey();
        knowledge
            .vectors(Knowledge.EVERYBODY)
            .then(draft.vectors())
            .find(List.of(key))
            .values()
            .forEach(reach::addAll);
      }
      count(changed, reach, Gate.ofAll(golden, trial));
    }
    trials++;
    System.err.print("\r" + trials);
  }

  private void count(List<Entry> changed, List<float[]> reach, Gate gate) {
    Map<GoldenQuestion, Gate.Change> differing = new HashMap<>();
    gate.changes().forEach(change -> differing.put(change.question(), change));
    changes += gate.changes().size();
    lost += gate.lost().size();
    for (GoldenQuestion question : golden) {
      boolean rests =
          changed.stream()
              .flatMap(entry -> entry.facts().stream())
              .anyMatch(question.facts()::contains);
      float[] words = Objects.requireNonNull(vectors.get(question.words()));
      double cosine =
          reach.stream().mapToDouble(vector -> Vectors.cosine(words, vector)).max().orElse(0);
      Gate.Change change = differing.get(question);
      if (change != null && !rests && cosine < 0.75) {
        System.err.printf(
            "%n%.3f %s: %s [%s -> %s] by %s%n",
            cosine,
            question.id(),
            question.words(),
            change.before(),
            change.after(),
            changed.getLast().id());
      }
      for (double near : NEAR) {
        if (rests || cosine >= near) {
          asked.merge(near, 1, Integer::sum);
        } else if (change != null) {
          missed.merge(near, 1, Integer::sum);
          if (change.rightBefore() && !change.rightAfter()) {
            lostUnseen.merge(near, 1, Integer::sum);
          }
        }
      }
    }
  }

  private static final class InMemory implements KnownVectors {
    private final Map<String, List<float[]>> kept = new HashMap<>();

    @Override
    public Map<String, List<float[]>> find(Collection<String> keys) {
      Map<String, List<float[]>> found = new HashMap<>();
      keys.stream()
          .filter(kept::containsKey)
          .forEach(key -> found.put(key, kept.getOrDefault(key, List.of())));
      return found;
    }

    @Override
    public void keep(Map<String, List<float[]>> vectors) {
      kept.putAll(vectors);
    }
  }
}
