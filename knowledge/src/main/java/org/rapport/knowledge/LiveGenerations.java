package org.rapport.knowledge;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rapport.knowledge.ask.Answering;
import org.rapport.knowledge.embed.Embedder;
import org.rapport.knowledge.index.Corpus;
import org.rapport.knowledge.index.Generation;

/**
 * What answers at one moment; never changes.
 *
 * @param generations by owner
 * @param answerings by organisation; of those that have nothing of their own, one for all
 */
record LiveGenerations(Map<String, Generation> generations, Map<String, Answering> answerings) {
  static final LiveGenerations NONE = new LiveGenerations(Map.of(), Map.of());

  LiveGenerations {
    generations = Map.copyOf(generations);
    answerings = Map.copyOf(answerings);
  }

  /**
   * These, with another generation for an owner.
   *
   * @param tried answered from it while it was a draft, and knows these answers
   */
  LiveGenerations with(
      String owner, Generation generation, Optional<Answering> tried, Embedder embedder) {
    Map<String, Generation> next = new HashMap<>(generations);
    next.put(owner, generation);
    Generation guidance = next.get(Knowledge.EVERYBODY);
    Map<String, Answering> answering = new HashMap<>();
    if (guidance != null) {
      for (Map.Entry<String, Generation> each : next.entrySet()) {
        boolean same = !owner.equals(Knowledge.EVERYBODY) && !owner.equals(each.getKey());
        Answering kept = same ? answerings.get(each.getKey()) : null;
        answering.put(
            each.getKey(),
            kept == null
                ? answering(guidance, each.getKey(), each.getValue(), tried, embedder)
                : kept);
      }
    }
    return new LiveGenerations(next, answering);
  }

  /** What would answer an owner's people if this were its generation; empty without guidance. */
  Optional<Answering> trial(String owner, Generation generation, Embedder embedder) {
    Generation guidance =
        owner.equals(Knowledge.EVERYBODY) ? generation : generations.get(Knowledge.EVERYBODY);
    return Optional.ofNullable(guidance)
        .map(shared -> answering(shared, owner, generation, Optional.empty(), embedder));
  }

  /** What answers an owner's people, everybody's guidance first; empty while there is none. */
  Optional<Draft.Beside> beside(String owner) {
    return Optional.ofNullable(answering(owner))
        .map(live ->
            new Draft.Beside(
                live,
                Stream.of(Knowledge.EVERYBODY, owner)
                    .distinct()
                    .flatMap(each -> generation(each).stream())
                    .toList()));
  }

  private static Answering answering(
      Generation guidance,
      String owner,
      Generation own,
      Optional<Answering> tried,
      Embedder embedder) {
    Optional<Generation> ofTheirs =
        owner.equals(Knowledge.EVERYBODY) ? Optional.empty() : Optional.of(own);
    return tried
        .filter(answering -> answering.isFrom(guidance, ofTheirs))
        .orElseGet(() -> new Answering(new Corpus(guidance, ofTheirs), embedder::embed));
  }

  /** What answers an organisation's people; null while there is no guidance. */
  @Nullable Answering answering(String organisation) {
    Answering own = answerings.get(organisation);
    return own == null ? answerings.get(Knowledge.EVERYBODY) : own;
  }

  /** An owner's generation; empty if it has none. */
  Optional<Generation> generation(String owner) {
    return Optional.ofNullable(generations.get(owner));
  }
}
