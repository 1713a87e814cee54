package org.rapport.knowledge.ask;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.rapport.knowledge.content.Content;
import org.rapport.knowledge.content.Section;
import org.rapport.knowledge.embed.Embedder;
import org.rapport.knowledge.index.Entry;
import org.rapport.knowledge.index.Generation;
import org.rapport.knowledge.index.Generations;
import org.rapport.knowledge.index.Hash;

/** Turns content into a generation of the index. */
public final class Indexing {
  private static final String CONTENT = "content";

  /** Raised whenever the same content would be indexed in another way. */
  private static final String FORMAT = "5";

  private Indexing() {}

  /**
   * Builds a generation and makes it live; what {@code before} has embedded is not embedded again.
   */
  public static Generations.Built build(
      Generations generations, Content content, Embedder embedder, @Nullable Generation before) {
    byte[] boundaries =
        Boundaries.write(
            content.boundaries(),
            content.language(),
            embedder,
            before == null ? Map.of() : Boundaries.vectors(before.extra()));
    List<Entry> entries = content.sections().stream().map(s -> entry(s, content)).toList();
    return generations.build(entries, boundaries, Map.of(CONTENT, hash(content)), embedder, before);
  }

  /** Whether a generation was built from exactly this content. */
  public static boolean isBuiltFrom(Generation generation, Content content) {
    return hash(content).equals(generation.about().get(CONTENT));
  }

  /** The hash of what a reader sees of each section, by the section's id. */
  public static Map<String, String> hashes(Content content) {
    Map<String, String> hashes = new HashMap<>();
    for (Section section : content.sections()) {
      hashes.put(section.id(), hash(entry(section, content)));
    }
    return hashes;
  }

  /** As {@link #hashes(Content)}, of the sections in a generation. */
  public static Map<String, String> hashes(Generation generation) {
    Map<String, String> hashes = new HashMap<>();
    for (int i = 0; i < generation.size(); i++) {
      hashes.put(generation.card(i).id(), generation.hash(i));
    }
    return hashes;
  }

  private static String hash(Entry entry) {
    return entry.hash() + Hash.of(entry.stored());
  }

  private static Entry entry(Section section, Content content) {
    return new Entry(
        section.id(),
        section.title(),
        section.questions(),
        section.body(),
        section.facts(),
        Page.of(section, content.facts()).json());
  }

  private static String hash(Content content) {
    return Hash.of(
        FORMAT,
        new TreeMap<>(hashes(content)).toString(),
        content.boundaries().toString(),
        new TreeMap<>(content.language().acronyms()).toString(),
        content.language().synonyms().toString());
  }
}
