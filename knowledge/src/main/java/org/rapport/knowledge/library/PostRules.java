package org.rapport.knowledge.library;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.rapport.knowledge.reading.Yaml;

/** The rules for suggested posts that {@code library/README.md} sets. */
final class PostRules {
  /** To spare in every variant, in characters (F-3.62). */
  private static final int SPARE = 10;

  private static final int FEWEST_VARIANTS = 2;
  private static final int MOST_CHECKS = 4;
  private static final int MOST_WORDS_OF_WHY = 32;
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^{}\\s]*)}");
  private static final Pattern BRACE = Pattern.compile("[{}]");
  private static final Pattern HASHTAG = Pattern.compile("#[\\p{L}\\d_]+");

  private final Map<String, AwarenessDay> days;
  private final Set<String> situations;

  /**
   * @param situations their ids
   */
  PostRules(List<AwarenessDay> days, Set<String> situations) {
    this.days = days.stream().collect(Collectors.toMap(AwarenessDay::id, day -> day, (a, b) -> a));
    this.situations = Set.copyOf(situations);
  }

  void check(SuggestedPost post, Yaml entry) {
    if (!entry.file().endsWith("/" + post.theme() + ".yaml")) {
      entry.problem(post.id() + ": 'theme': expected the name of the file");
    }
    Set<String> differing = new HashSet<>(post.variants().values());
    if (differing.size() < FEWEST_VARIANTS || differing.size() < post.variants().size()) {
      entry.problem(post.id() + ": expected two or more variants, no two the same");
    }
    if (post.checkFirst().size() > MOST_CHECKS) {
      entry.problem(post.id() + ": 'check-first': expected 1 to " + MOST_CHECKS);
    }
    if (post.why().split("\\s+").length > MOST_WORDS_OF_WHY) {
      entry.problem(post.id() + ": 'why' has over " + MOST_WORDS_OF_WHY + " words");
    }
    checkPlaceholders(post, entry);
    checkHashtags(post, entry);
    post.variants().forEach((platform, words) -> checkFits(post, platform, words, entry));
    checkOccasion(post, entry);
  }

  private static void checkPlaceholders(SuggestedPost post, Yaml entry) {
    Set<String> used = new TreeSet<>();
    for (String words : post.variants().values()) {
      used.addAll(PLACEHOLDER.matcher(words).results().map(found -> found.group(1)).toList());
      if (BRACE.matcher(PLACEHOLDER.matcher(words).replaceAll("")).find()) {
        entry.problem(post.id() + ": a brace that belongs to no placeholder");
      }
    }
    if (!used.equals(post.placeholders().keySet())) {
      entry.problem(
          post.id()
              + ": 'placeholders': expected the words in braces, "
              + used
              + ", found "
              + new TreeSet<>(post.placeholders().keySet()));
    }
  }

  private static void checkHashtags(SuggestedPost post, Yaml entry) {
    Set<String> used = new TreeSet<>();
    post.variants().values().forEach(words -> used.addAll(hashtags(words)));
    if (!used.equals(new HashSet<>(post.hashtags()))) {
      entry.problem(
          post.id()
              + ": 'hashtags': expected those in the variants, "
              + used
              + ", found "
              + post.hashtags());
    }
  }

  private static void checkFits(SuggestedPost post, Platform platform, String words, Yaml entry) {
    String name = post.id() + ", " + Yaml.word(platform) + ": ";
    int longest = longest(post, platform, words);
    if (longest + SPARE > platform.mostCharacters()) {
      entry.problem(
          name
              + "up to "
              + longest
              + " characters with every placeholder at its max; at most "
              + (platform.mostCharacters() - SPARE));
    }
    int tags = hashtags(words).size();
    if (tags > platform.mostHashtags()) {
      entry.problem(name + tags + " hashtags; at most " + platform.mostHashtags());
    }
  }

  /** The length with every placeholder at its longest, in characters. */
  private static int longest(SuggestedPost post, Platform platform, String words) {
    Matcher placeholders = PLACEHOLDER.matcher(words);
    String fixed = placeholders.replaceAll("");
    int filled =
        PLACEHOLDER
            .matcher(words)
            .results()
            .map(found -> found.group(1))
            .filter(post.placeholders()::containsKey)
            .mapToInt(word ->
                platform.longest(
                    word,
                    post.placeholders()
                        .getOrDefault(word, new SuggestedPost.Placeholder("", 0))
                        .max()))
            .sum();
    return fixed.codePointCount(0, fixed.length()) + filled;
  }

  private void checkOccasion(SuggestedPost post, Yaml entry) {
    switch (post.occasion()) {
      case Occasion.Any() -> {}
      case Occasion.OfSituation(String id) -> {
        if (!situations.contains(id)) {
          entry.problem(post.id() + ": no situation has the id " + id);
        }
      }
      case Occasion.OfDay(String id) -> {
        AwarenessDay day = days.get(id);
        if (day == null) {
          entry.problem(post.id() + ": no day has the id " + id);
        } else if (day.tone() == Tone.CAUTION) {
          entry.problem(post.id() + ": no post is offered for " + id);
        } else if (!day.hashtags().containsAll(post.hashtags())) {
          entry.problem(post.id() + ": expected tags of its day, " + day.hashtags());
        }
      }
    }
  }

  private static List<String> hashtags(String words) {
    return HASHTAG.matcher(words).results().map(MatchResult::group).distinct().toList();
  }
}
