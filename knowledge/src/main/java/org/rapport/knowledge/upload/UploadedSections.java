package org.rapport.knowledge.upload;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiFunction;
import org.rapport.knowledge.embed.Hash;
import org.rapport.knowledge.index.Entry;

/** Turns the sections of an uploaded document into entries of the index. */
public final class UploadedSections {
  private static final int READABLE = 40;
  private static final int TELLING = 16;

  private UploadedSections() {}

  /**
   * One entry a section. An id depends only on the document's name, the headings above the section
   * and, where several share these, its place among them; so it stays when the words change.
   *
   * @param document the name by which its uploader knows it, unique among their documents
   * @param stored what an entry gives back, as JSON, from its id and section
   */
  public static List<Entry> entries(
      String document,
      List<UploadedSection> sections,
      BiFunction<String, UploadedSection, String> stored) {
    Map<List<String>, Integer> seen = new HashMap<>();
    List<Entry> entries = new ArrayList<>();
    for (UploadedSection section : sections) {
      int nth = seen.merge(section.path(), 1, Integer::sum);
      String id = id(document, section, nth);
      entries.add(
          new Entry(
              id,
              document,
              section.title(),
              List.of(),
              section.body(),
              List.of(),
              stored.apply(id, section)));
    }
    return entries;
  }

  private static String id(String document, UploadedSection section, int nth) {
    List<String> exactly = new ArrayList<>(section.path());
    exactly.addFirst(document);
    exactly.add(String.valueOf(nth));
    return readable(section.title())
        + "-"
        + Hash.of(exactly.toArray(String[]::new)).substring(0, TELLING);
  }

  private static String readable(String title) {
    String plain = Normalizer.normalize(title, Normalizer.Form.NFD).toLowerCase(Locale.ROOT);
    String words = plain.replaceAll("\\p{M}+", "").replaceAll("[^a-z0-9]+", "-");
    String start = words.substring(0, Math.min(words.length(), READABLE)).replaceAll("^-|-$", "");
    return start.isEmpty() ? "section" : start;
  }
}
