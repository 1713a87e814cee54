package org.rapport.knowledge.index;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.rapport.knowledge.embed.Hash;

/** One state of the content, ready to be indexed. */
public final class Edition {
  /** Raised whenever the same content would be indexed in another way. */
  static final String FORMAT = "12";

  private final List<Entry> entries;
  private final String rules;
  private final List<String> hashes;
  private final Map<String, String> hashById = new HashMap<>();
  private final String digest;

  /**
   * @param entries what can be found
   * @param rules what applies to all of it, as JSON; empty if nothing does
   */
  public Edition(List<Entry> entries, String rules) {
    this.entries = List.copyOf(entries);
    this.rules = rules;
    this.hashes = entries.parallelStream().map(Entry::hash).toList();
    for (int i = 0; i < entries.size(); i++) {
      if (hashById.put(entries.get(i).id(), hashes.get(i)) != null) {
        throw new IllegalArgumentException("Two entries have the id " + entries.get(i).id());
      }
    }
    this.digest = Hash.of(String.join("\n", hashes), rules);
  }

  /** What can be found. */
  public List<Entry> entries() {
    return entries;
  }

  /** What applies to all of it, as JSON; empty if nothing does. */
  public String rules() {
    return rules;
  }

  /** The hash of each entry, in their order. */
  public List<String> hashes() {
    return hashes;
  }

  /** The hash of each entry, by its id. */
  public Map<String, String> hashById() {
    return Collections.unmodifiableMap(hashById);
  }

  /** Tells this state of the content from any other, in hexadecimal. */
  public String digest() {
    return digest;
  }
}
