package org.rapport.knowledge.library;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.rapport.knowledge.reading.Problems;
import org.rapport.knowledge.reading.Yaml;

/** Reads how the days of the calendar become answers. */
final class AnswerWordingReader {
  private static final Set<String> KEYS =
      Set.of(
          "owner",
          "review-by",
          "from",
          "dates",
          "sentences",
          "asked",
          "steps",
          "watch-outs",
          "months");
  private static final Set<String> LINE_KEYS = Set.of("for", "say", "facts");
  private static final Set<String> MONTH_KEYS =
      Set.of(
          "title",
          "asked",
          "short-answer",
          "all-month",
          "fixed",
          "set-each-year",
          "watch-out",
          "facts");

  /** The sentences there must be, and the words that each may have in braces. */
  private static final Map<String, Set<String>> SENTENCES =
      Map.ofEntries(
          Map.entry("same-date", Set.of("rule", "dates")),
          Map.entry("other-date", Set.of("rule", "dates")),
          Map.entry("every-year", Set.of("rule")),
          Map.entry("set-by-organiser", Set.of("usually", "organiser")),
          Map.entry("set-by-nobody", Set.of("usually")),
          Map.entry("moves", Set.of("usually")),
          Map.entry("known", Set.of("year", "days")),
          Map.entry("since", Set.of("since", "ages")),
          Map.entry("one-tag", Set.of("tags")),
          Map.entry("more-tags", Set.of("tags")),
          Map.entry("tag-of-year", Set.of()),
          Map.entry("idea", Set.of("angle")));

  private static final Set<String> WORDS_OF_LINES = Set.of("name", "organiser");
  private static final Set<String> WORDS_OF_MONTHS = Set.of("month", "number", "days");
  private static final Pattern WORD = Pattern.compile("\\{([^{}]*)}");
  private static final int MOST_DATES = 5;

  private final EntryRules rules;
  private final Problems problems;

  AnswerWordingReader(KnownIds known, Problems problems) {
    this.rules = new EntryRules(known);
    this.problems = problems;
  }

  AnswerWording read(String file, List<String> lines) {
    Yaml yaml = Yaml.read(String.join("\n", lines), file, 1, KEYS, problems);
    return new AnswerWording(
        yaml.text("owner"),
        yaml.date("review-by"),
        yaml.date("from"),
        yaml.number("dates", 1, MOST_DATES),
        sentences(yaml),
        lines(yaml, "asked"),
        lines(yaml, "steps"),
        lines(yaml, "watch-outs"),
        months(yaml.map("months", MONTH_KEYS)));
  }

  private Map<String, String> sentences(Yaml yaml) {
    Map<String, String> sentences = yaml.textsByKey("sentences");
    if (!sentences.keySet().equals(SENTENCES.keySet())) {
      yaml.problem("'sentences': expected " + SENTENCES.keySet().stream().sorted().toList());
    }
    sentences.forEach(
        (name, sentence) -> words(yaml, sentence, SENTENCES.getOrDefault(name, Set.of())));
    return sentences;
  }

  private List<AnswerWording.Line> lines(Yaml yaml, String key) {
    return yaml.maps(key, LINE_KEYS).stream().map(this::line).toList();
  }

  private AnswerWording.Line line(Yaml line) {
    Set<String> traits = new HashSet<>(line.list("for"));
    traits.stream()
        .filter(trait -> !Trait.all().contains(trait))
        .forEach(trait ->
            line.problem(
                "'for': expected some of "
                    + Trait.all().stream().sorted().toList()
                    + ", found '"
                    + trait
                    + "'"));
    String say = line.text("say");
    words(line, say, WORDS_OF_LINES);
    if (say.contains("{organiser}") && !traits.contains("with-organiser")) {
      line.problem("{organiser} is only known with the trait with-organiser: " + say);
    }
    return new AnswerWording.Line(traits, say, rules.maybeFacts(line));
  }

  private AnswerWording.Months months(Yaml months) {
    for (String key : List.of("title", "short-answer", "all-month", "fixed", "set-each-year")) {
      words(months, months.text(key), WORDS_OF_MONTHS);
    }
    return new AnswerWording.Months(
        months.text("title"),
        months.list("asked"),
        months.text("short-answer"),
        months.text("all-month"),
        months.text("fixed"),
        months.text("set-each-year"),
        months.text("watch-out"),
        rules.facts(months));
  }

  private static void words(Yaml yaml, String text, Set<String> known) {
    WORD.matcher(text)
        .results()
        .map(MatchResult::group)
        .filter(word -> !known.contains(word.substring(1, word.length() - 1)))
        .forEach(word -> yaml.problem("Nothing is known to fill " + word + " in: " + text));
  }
}
