package org.rapport.knowledge.evaluate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.rapport.knowledge.ask.Retriever;
import org.rapport.knowledge.embed.Embedder;
import org.rapport.knowledge.embed.KnownVectors;
import org.rapport.knowledge.embed.Progress;
import org.rapport.knowledge.index.Corpus;
import org.rapport.knowledge.index.Edition;
import org.rapport.knowledge.index.Entry;
import org.rapport.knowledge.index.Generation;
import org.rapport.knowledge.index.Generations;
import org.rapport.knowledge.index.Layout;

/** Runs the product's retrieval on a public collection. */
public final class RetrievalEvaluation {
  private static final int DEPTH = 100;

  /**
   * What came of it; means over the queries that have a relevant document.
   *
   * @param queries how many those are
   * @param ndcg10 normalised discounted cumulative gain at 10
   * @param mrr10 mean reciprocal rank at 10
   * @param p5 precision at 5
   * @param recall100 recall at 100
   * @param queriesPerSecond one query after another, embedding included
   */
  public record Report(
      int documents,
      int queries,
      double ndcg10,
      double mrr10,
      double p5,
      double recall100,
      double queriesPerSecond) {}

  private RetrievalEvaluation() {}

  /** Indexes the collection in a temporary folder, asks every query, and measures. */
  public static Report run(TestCollection collection, Embedder embedder, Retriever.Mode mode) {
    return withIndex(collection, embedder, index -> measure(collection, embedder, index, mode));
  }

  /** What is done with an index of a collection. */
  interface Use<T> {
    T on(Corpus index);
  }

  static <T> T withIndex(TestCollection collection, Embedder embedder, Use<T> use) {
    List<Entry> entries =
        collection.documents().stream()
            .map(d -> new Entry(d.id(), "", d.title(), List.of(), d.text(), List.of(), ""))
            .toList();
    try {
      Path folder = Files.createTempDirectory("rapport-evaluate");
      try {
        try (Generations.Changing changing = new Generations(folder, "").change();
            Generation index = build(changing, new Edition(entries, ""), embedder)) {
          return use.on(new Corpus(index, Optional.empty()));
        }
      } finally {
        try (Stream<Path> walk = Files.walk(folder)) {
          for (Path path : walk.sorted(Comparator.reverseOrder()).toList()) {
            Files.delete(path);
          }
        }
      }
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static Generation build(
      Generations.Changing changing, Edition edition, Embedder embedder) {
    return changing
        .build(
            1,
            edition,
            Layout.of(edition.entries()),
            none -> new byte[0],
            embedder,
            KnownVectors.NONE,
            Optional.empty(),
            Progress.UNHEARD)
        .generation();
  }

  private static Report measure(
      TestCollection collection, Embedder embedder, Corpus index, Retriever.Mode mode) {
    int judged = 0;
    double ndcg = 0;
    double rank = 0;
    double precision = 0;
    double recall = 0;
    long start = System.nanoTime();
    for (TestCollection.Query query : collection.queries()) {
      Map<String, Integer> grades = collection.relevant().getOrDefault(query.id(), Map.of());
      if (grades.isEmpty()) {
        continue;
      }
      List<String> ranked =
          Retriever.retrieve(
                  index, query.text(), query.text(), embedder.embed(query.text()), DEPTH, mode)
              .stream()
              .map(scored -> index.card(scored.entry()).id())
              .toList();
      judged++;
      ndcg += Ranking.ndcg(ranked, grades, 10);
      rank += Ranking.reciprocalRank(ranked, grades, 10);
      precision += Ranking.precision(ranked, grades, 5);
      recall += Ranking.recall(ranked, grades, DEPTH);
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    int n = Math.max(1, judged);
    return new Report(
        collection.documents().size(),
        judged,
        ndcg / n,
        rank / n,
        precision / n,
        recall / n,
        judged / seconds);
  }
}
