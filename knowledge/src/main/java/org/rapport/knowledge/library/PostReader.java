package org.rapport.knowledge.library;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.rapport.knowledge.reading.Problems;
import org.rapport.knowledge.reading.Yaml;

/** Reads the suggested posts of a theme. */
final class PostReader {
  private static final Set<String> KEYS =
      Set.of(
          "id",
          "theme",
          "kind",
          "positions",
          "stages",
          "area",
          "occasion",
          "variants",
          "placeholders",
          "why",
          "make-true",
          "check-first",
          "photo",
          "alt-text",
          "hashtags",
          "guidance",
          "facts");
  private static final Set<String> PLACEHOLDER_KEYS = Set.of("put", "max");
  private static final int LONGEST_PLACEHOLDER = 500;
  private static final String DAY = "day/";
  private static final String SITUATION = "situation/";

  private final EntryRules rules;
  private final PostRules postRules;
  private final Problems problems;

  PostReader(KnownIds known, PostRules postRules, Problems problems) {
    this.rules = new EntryRules(known);
    this.postRules = postRules;
    this.problems = problems;
  }

  List<SuggestedPost> read(String file, List<String> lines) {
    return Yaml.readAll(lines, file, KEYS, problems).stream()
        .flatMap(entry -> read(entry).stream())
        .toList();
  }

  private Optional<SuggestedPost> read(Yaml entry) {
    Optional<SuggestedPost> read =
        entry.constant("kind", SuggestedPost.Kind.class).map(kind -> post(entry, kind));
    read.ifPresent(post -> postRules.check(post, entry));
    return read;
  }

  private SuggestedPost post(Yaml entry, SuggestedPost.Kind kind) {
    return new SuggestedPost(
        rules.id(entry),
        entry.text("theme"),
        kind,
        rules.positions(entry),
        rules.stages(entry),
        rules.area(entry),
        occasion(entry),
        variants(entry),
        placeholders(entry),
        entry.text("why"),
        entry.maybe("make-true"),
        entry.list("check-first"),
        picture(entry),
        rules.hashtags(entry),
        rules.guidance(entry),
        rules.facts(entry));
  }

  private static Occasion occasion(Yaml entry) {
    String occasion = entry.text("occasion");
    if (occasion.startsWith(DAY)) {
      return new Occasion.OfDay(occasion.substring(DAY.length()));
    }
    if (occasion.startsWith(SITUATION)) {
      return new Occasion.OfSituation(occasion.substring(SITUATION.length()));
    }
    if (!occasion.equals("none")) {
      entry.problem("'occasion': expected none, day/ID or situation/ID, found '" + occasion + "'");
    }
    return new Occasion.Any();
  }

  private static Map<Platform, String> variants(Yaml entry) {
    Map<String, String> written = entry.textsByKey("variants");
    Map<Platform, String> variants = new EnumMap<>(Platform.class);
    for (Platform platform : Platform.values()) {
      String words = written.remove(Yaml.word(platform));
      if (words != null) {
        variants.put(platform, words);
      }
    }
    written.keySet().forEach(other -> entry.problem("No platform is called " + other));
    return variants;
  }

  private static Map<String, SuggestedPost.Placeholder> placeholders(Yaml entry) {
    Map<String, SuggestedPost.Placeholder> placeholders = new HashMap<>();
    entry
        .mapsByKey("placeholders", PLACEHOLDER_KEYS)
        .forEach((name, map) ->
            placeholders.put(
                name,
                new SuggestedPost.Placeholder(
                    map.text("put"), map.number("max", 1, LONGEST_PLACEHOLDER))));
    return placeholders;
  }

  private static Optional<SuggestedPost.Picture> picture(Yaml entry) {
    if (entry.has("photo") != entry.has("alt-text")) {
      entry.problem("Expected both photo and alt-text, or neither");
    }
    return entry
        .maybe("photo")
        .map(shows -> new SuggestedPost.Picture(shows, entry.text("alt-text")));
  }
}
