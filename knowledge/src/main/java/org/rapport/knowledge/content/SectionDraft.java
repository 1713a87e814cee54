package org.rapport.knowledge.content;

import java.text.BreakIterator;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A document with one section, made of a question that somebody answered, in the form that {@code
 * content/README.md} lays down; for an editor to finish and give back.
 *
 * @param id of the section
 * @param question as it was asked
 * @param answer as it was given
 * @param facts ids of the facts that the section rests on, 1 to 8
 * @param owner who looks after it
 * @param written when
 */
public record SectionDraft(
    String id,
    String question,
    String answer,
    List<String> facts,
    String owner,
    LocalDate written) {
  private static final int LONGEST_TITLE_WORDS = 16;
  private static final int MOST_WORDS_IN_POINT = 35;
  private static final int FEWEST_LETTERS = 4;

  public SectionDraft {
    facts = facts.stream().limit(SectionRules.MOST_FACTS).toList();
  }

  /** The document as Markdown, in UTF-8 and with a new line at the end. */
  public String markdown() {
    List<String> sentences = sentences(answer);
    String shortAnswer = shortAnswer(sentences);
    List<String> lines = new ArrayList<>();
    lines.addAll(
        List.of(
            "---",
            "title: " + quoted(title()),
            "owner: " + quoted(owner),
            "review-by: " + written.plusYears(1),
            "---",
            "",
            "## " + title(),
            "```yaml",
            "id: " + id,
            "questions:"));
    wordings().forEach(words -> lines.add("  - " + quoted(words)));
    lines.add("facts: [" + String.join(", ", facts) + "]");
    lines.addAll(
        List.of("positions: [any]", "stages: [0, 1, 2, 3, 4, 5]", "```", "", shortAnswer, ""));
    lines.add("### How");
    List<String> steps = steps(sentences, shortAnswer);
    for (int i = 0; i < steps.size(); i++) {
      lines.add((i + 1) + ". " + steps.get(i));
    }
    lines.addAll(
        List.of(
            "",
            "### Watch out",
            "- This was the answer to one question, on "
                + written
                + ". Check that it fits your own case."));
    return String.join("\n", lines) + "\n";
  }

  private String title() {
    String first = sentences(question).stream().findFirst().orElse(id);
    return words(first).limit(LONGEST_TITLE_WORDS).collect(Collectors.joining(" "));
  }

  /** As asked, without capitals and marks, and as somebody in a hurry types it. */
  private List<String> wordings() {
    String asked = plain(question);
    String folded =
        asked.toLowerCase(Locale.UK).replaceAll("[^\\p{L}\\p{N}' ]", "").replaceAll(" +", " ");
    String keywords =
        words(folded)
            .filter(word -> word.length() >= FEWEST_LETTERS)
            .collect(Collectors.joining(" "));
    Set<String> wordings = new LinkedHashSet<>();
    String about = keywords.isEmpty() ? title() : keywords;
    Stream.of(
            asked, folded, keywords, "advice on " + about, "what about " + about, "help: " + about)
        .map(String::strip)
        .filter(words -> !words.isEmpty() && !words.equals(title()))
        .limit(SectionRules.MOST_QUESTIONS)
        .forEach(wordings::add);
    return List.copyOf(wordings);
  }

  /** Whole sentences as far as they fit; the first words if the first sentence is longer. */
  private static String shortAnswer(List<String> sentences) {
    StringBuilder taken = new StringBuilder();
    int left = SectionRules.MOST_WORDS_IN_SHORT_ANSWER;
    for (String sentence : sentences) {
      int count = (int) words(sentence).count();
      if (count > left) {
        break;
      }
      taken.append(taken.isEmpty() ? "" : " ").append(sentence);
      left -= count;
    }
    return taken.isEmpty()
        ? words(String.join(" ", sentences))
            .limit(SectionRules.MOST_WORDS_IN_SHORT_ANSWER)
            .collect(Collectors.joining(" "))
        : taken.toString();
  }

  /** What the short answer leaves out. */
  private static List<String> steps(List<String> sentences, String shortAnswer) {
    List<String> steps =
        sentences.stream()
            .filter(sentence -> !shortAnswer.contains(sentence))
            .map(sentence ->
                words(sentence).limit(MOST_WORDS_IN_POINT).collect(Collectors.joining(" ")))
            .limit(SectionRules.MOST_STEPS)
            .toList();
    return steps.isEmpty() ? List.of("Ask an expert again if your case differs.") : steps;
  }

  /** Each line and each sentence, without marks that begin a list, a quote or a heading. */
  private static List<String> sentences(String text) {
    List<String> sentences = new ArrayList<>();
    BreakIterator ends = BreakIterator.getSentenceInstance(Locale.UK);
    for (String line : text.lines().toList()) {
      String words = plain(line);
      ends.setText(words);
      int start = ends.first();
      for (int end = ends.next(); end != BreakIterator.DONE; end = ends.next()) {
        String sentence = withoutMark(words.substring(start, end).strip());
        if (!sentence.isEmpty()) {
          sentences.add(sentence);
        }
        start = end;
      }
    }
    return sentences;
  }

  private static String withoutMark(String sentence) {
    return sentence.replaceFirst("^(?:[-+*>#=`~|]+|\\d{1,9}[.)](?=\\s|$))\\s*", "");
  }

  /** One line with no pictures and no HTML, which guidance may not have. */
  private static String plain(String words) {
    return words
        .replaceAll("[<>`|\\\\]", " ")
        .replace("![", "[")
        .replaceAll("[\\p{Cc}\\s]+", " ")
        .strip();
  }

  private static Stream<String> words(String text) {
    return Stream.of(text.split(" ")).filter(word -> !word.isEmpty());
  }

  /** As YAML takes it, whatever is in it. */
  private static String quoted(String words) {
    return '"' + words.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
