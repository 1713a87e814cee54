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
 * How near a changed section must come to a golden question to touch it: sections are taken out,
 * given other words, and added, one at a time, and all questions asked each time.
 */
final class ReachExperiment {
  private static final int EVERY = 14;
  private static final List<Rule> RULES =
      List.of(
          new Rule(0.6, 2),
          new Rule(0.65, 2),
          new Rule(0.7, 2),
          new Rule(0.75, 2),
          new Rule(0.65, 0.15),
          new Rule(0.65, 0.1),
          new Rule(0.65, 0.08),
          new Rule(0.65, 0.05));

  private final Knowledge knowledge;
  private final Edition shipped;
  private final List<GoldenQuestion> golden;
  private final Map<String, float[]> vectors = new HashMap<>();
  private final Map<String, Double> nearest = new HashMap<>();
  private final Map<Rule, Integer> asked = new HashMap<>();
  private final Map<Rule, List<String>> missed = new HashMap<>();
  private final Map<Rule, List<String>> lostUnseen = new HashMap<>();
  private final KnownVectors texts = new InMemory();
  private int trials;
  private int changes;
  private int lost;

  /**
   * Which questions are touched, beside those that rest on the same facts.
   *
   * @param near from this cosine on
   * @param behind unless another section is nearer by more than this
   */
  private record Rule(double near, double behind) {
    boolean touches(double cosine, double nearest) {
      return cosine >= near && cosine >= nearest - behind;
    }
  }

  private ReachExperiment(Knowledge knowledge, Content content, Embedder embedder) {
    this.knowledge = knowledge;
    this.shipped = Indexing.edition(content);
    this.golden = GoldenSets.answerable(GoldenSets.shipped(), content);
    golden.forEach(each -> vectors.put(each.words(), embedder.embed(each.words())));
    Collection<List<float[]>> sections =
        knowledge
            .vectors(Knowledge.EVERYBODY)
            .find(shipped.entries().stream().map(Entry::vectorsKey).toList())
            .values();
    vectors.forEach((words, vector) ->
        nearest.put(
            words,
            sections.stream().mapToDouble(section -> cosine(vector, section)).max().orElse(0)));
  }

  private static double cosine(float[] text, List<float[]> section) {
    return section.stream().mapToDouble(vector -> Vectors.cosine(text, vector)).max().orElse(0);
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
    System.out.println(
        "| from cosine | at most behind the nearest | asked | other answers unseen"
            + " | lost unseen | of so many questions |");
    System.out.println("|---|---|---|---|---|---|");
    for (Rule rule : RULES) {
      List<String> unseen = lostUnseen.getOrDefault(rule, List.of());
      System.out.printf(
          "| %.2f | %s | %.1f%% | %d | %d | %d |%n",
          rule.near(),
          rule.behind() < 1 ? "%.2f".formatted(rule.behind()) : "",
          100.0 * asked.getOrDefault(rule, 0) / trials / golden.size(),
          missed.getOrDefault(rule, List.of()).size(),
          unseen.size(),
          unseen.stream().distinct().count());
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
      double cosine = cosine(words, reach);
      double best = nearest.getOrDefault(question.words(), 0.0);
      Gate.Change change = differing.get(question);
      if (change != null && !rests && cosine < best - 0.05) {
        System.err.printf(
            "%n%.3f, nearest %.3f, %s: %s [%s -> %s] by %s%n",
            cosine,
            best,
            question.id(),
            question.words(),
            change.before(),
            change.after(),
            changed.getLast().id());
      }
      for (Rule rule : RULES) {
        if (rests || rule.touches(cosine, best)) {
          asked.merge(rule, 1, Integer::sum);
        } else if (change != null) {
          missed.computeIfAbsent(rule, first -> new ArrayList<>()).add(question.id());
          if (change.rightBefore() && !change.rightAfter()) {
            lostUnseen.computeIfAbsent(rule, first -> new ArrayList<>()).add(question.id());
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
