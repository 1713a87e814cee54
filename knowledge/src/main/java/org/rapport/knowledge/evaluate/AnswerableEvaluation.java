package org.rapport.knowledge.evaluate;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.rapport.knowledge.ask.Retriever;
import org.rapport.knowledge.ask.Retriever.Scored;
import org.rapport.knowledge.embed.Embedder;
import org.rapport.knowledge.index.Corpus;

/**
 * Measures, on a public collection, how well the best score tells a question that has an answer
 * from the same question after every document that answers it is taken away.
 */
public final class AnswerableEvaluation {

  /**
   * What came of it.
   *
   * @param queries how many have a relevant document
   * @param auroc the chance that a question with its answer scores above one without, 0 to 1 (Mann
   *     and Whitney 1947)
   */
  public record Report(int queries, double auroc) {}

  private record Best(double with, double without) {}

  private AnswerableEvaluation() {}

  /** Indexes the collection in a temporary folder, asks every query, and measures. */
  public static Report run(TestCollection collection, Embedder embedder) {
    return RetrievalEvaluation.withIndex(
        collection,
        embedder,
        index -> {
          List<Best> best =
              collection.queries().stream()
                  .filter(query -> collection.relevant().containsKey(query.id()))
                  .map(query ->
                      best(
                          index,
                          query.text(),
                          embedder.embed(query.text()),
                          collection.relevant().getOrDefault(query.id(), Map.of())))
                  .toList();
          return new Report(best.size(), auroc(best));
        });
  }

  private static Best best(
      Corpus index, String text, float[] vector, Map<String, Integer> relevant) {
    List<Scored> ranked =
        Retriever.retrieve(index, text, text, vector, Integer.MAX_VALUE, Retriever.Mode.BOTH);
    double without =
        ranked.stream()
            .filter(scored -> !relevant.containsKey(index.card(scored.entry()).id()))
            .findFirst()
            .map(Scored::score)
            .orElse(0.0);
    return new Best(ranked.isEmpty() ? 0 : ranked.getFirst().score(), without);
  }

  private static double auroc(List<Best> best) {
    double[] without = best.stream().mapToDouble(Best::without).sorted().toArray();
    double won = best.stream().mapToDouble(one -> beaten(without, one.with())).sum();
    return won / Math.max(1.0, (double) best.size() * best.size());
  }

  /** How many of some sorted scores are below one; those that equal it count half. */
  private static double beaten(double[] sorted, double score) {
    long below = Arrays.stream(sorted).filter(other -> other < score).count();
    long equal = Arrays.stream(sorted).filter(other -> other == score).count();
    return below + equal / 2.0;
  }
}
