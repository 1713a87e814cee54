package org.rapport.knowledge.ask;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rapport.knowledge.content.Content;
import org.rapport.knowledge.content.Section;
import org.rapport.knowledge.embed.Embedder;
import org.rapport.knowledge.embed.Embedding;
import org.rapport.knowledge.embed.KnownVectors;
import org.rapport.knowledge.embed.Progress;
import org.rapport.knowledge.index.Edition;
import org.rapport.knowledge.index.Entry;
import org.rapport.knowledge.index.Generation;
import org.rapport.knowledge.index.Generations;
import org.rapport.knowledge.index.Layout;

/** Turns content into a generation of the index. */
public final class Indexing {
  private Indexing() {}

  /** The edition of some content. */
  public static Edition edition(Content content) {
    List<Entry> entries = content.sections().parallelStream().map(s -> entry(s, content)).toList();
    return new Edition(entries, Rules.of(content).json());
  }

  /**
   * Builds a generation of an edition; what is known or in {@code before} is not embedded again.
   */
  public static Generations.Built build(
      Generations.Changing folder,
      int number,
      Edition edition,
      Embedder embedder,
      KnownVectors known,
      Optional<Generation> before,
      Progress progress) {
    return folder.build(
        number,
        edition,
        Layout.GUIDANCE,
        embedding -> rules(edition.rules(), embedding, before),
        embedder,
        before.map(Indexing::vectors).orElse(KnownVectors.NONE).then(known),
        before,
        progress);
  }

  /** As they are in {@code before} if they are the same there: their vectors are many. */
  private static byte[] rules(String rules, Embedding embedding, Optional<Generation> before) {
    if (rules.isEmpty()) {
      return new byte[0];
    }
    return before
        .filter(generation -> !generation.digest().isEmpty())
        .map(Generation::extra)
        .filter(there -> Boundaries.areOf(rules, there))
        .orElseGet(() -> Boundaries.write(rules, embedding));
  }

  /** The vectors that a generation holds. */
  public static KnownVectors vectors(Generation generation) {
    byte[] extra = generation.extra();
    KnownVectors ofEntries = generation.vectors();
    return extra.length == 0 ? ofEntries : remembering(Boundaries.vectors(extra)).then(ofEntries);
  }

  /**
   * Whether the rules of two generations decide alike whatever is asked: they differ at most in the
   * words of facts, which only say what an answer cites.
   */
  public static boolean decideAlike(byte[] rules, byte[] others) {
    return Arrays.equals(rules, others)
        || Boundaries.rules(rules).decideAs(Boundaries.rules(others));
  }

  /** What the vectors of an edition are kept by. */
  public static List<String> vectorKeys(Edition edition) {
    List<String> keys = new ArrayList<>(rulesVectorKeys(edition));
    edition.entries().forEach(entry -> keys.add(entry.vectorsKey()));
    return keys;
  }

  /** What the vectors of its rules are kept by. */
  public static List<String> rulesVectorKeys(Edition edition) {
    return edition.rules().isEmpty() ? List.of() : Boundaries.keys(edition.rules());
  }

  private static KnownVectors remembering(Map<String, List<float[]>> vectors) {
    return keys -> {
      Map<String, List<float[]>> found = new HashMap<>(vectors);
      found.keySet().retainAll(keys);
      return found;
    };
  }

  private static Entry entry(Section section, Content content) {
    return new Entry(
        section.id(),
        section.document(),
        section.title(),
        section.questions(),
        section.body(),
        section.facts(),
        Page.of(section, content.facts(), ways(section, content)).json());
  }

  private static List<String> ways(Section section, Content content) {
    return section.ways().stream()
        .flatMap(way -> content.sections().stream().filter(other -> other.id().equals(way)))
        .map(Section::title)
        .toList();
  }
}
