package org.rapport.knowledge.ask;

import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.rapport.knowledge.Question;
import org.rapport.knowledge.content.Language;
import org.rapport.knowledge.embed.Embedder;
import org.rapport.knowledge.embed.Hash;

/**
 * A question as the search reads it.
 *
 * @param text cleaned: no control or direction marks, spaces folded, cut to the longest read, and
 *     without greeting and thanks
 * @param words for keyword search: the text and what its acronyms and synonyms stand for
 * @param meaning for the embedding: the text with acronyms spelt out
 */
record Understanding(String text, String words, String meaning) {
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}.'-]*");
  private static final Pattern INVISIBLE =
      Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cs}\\p{Cn}]+");

  private static final Pattern GREETING =
      Pattern.compile(
          "^(?:(?:hi|hiya|hello|hey|dear|good morning|morning|good afternoon|afternoon|good evening"
              + "|evening|quick question|quick one)(?: there| coach| rapport| all| team)?[\\s,.!:-]+)+"
              + "(?=\\S)",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern THANKS =
      Pattern.compile(
          "(?:[\\s,.!?-]+(?:please|pls|plz|thanks|thank you|thx|ta|cheers)(?: in advance)?)+[\\s.!?]*$",
          Pattern.CASE_INSENSITIVE);

  static Understanding of(Question question, Language language) {
    String text = withoutCourtesies(clean(question.text()));
    Set<String> expansions = new LinkedHashSet<>();
    StringBuilder meaning = new StringBuilder();
    int end = 0;
    Matcher word = WORD.matcher(text);
    while (word.find()) {
      List<String> meanings =
          language.acronyms().getOrDefault(word.group().toLowerCase(Locale.ROOT), List.of());
      meaning.append(text, end, word.end());
      end = word.end();
      if (!meanings.isEmpty()) {
        expansions.addAll(meanings);
        meaning.append(" (").append(meanings.getFirst()).append(')');
      }
    }
    meaning.append(text.substring(end));
    addSynonyms(text, language.synonyms(), expansions);
    return new Understanding(text, text + " " + String.join(" ", expansions), meaning.toString());
  }

  /** The same for questions that are read alike: neither case nor closing marks tell them apart. */
  String hash() {
    return Hash.of(Embedder.withoutClosingMarks(text).toLowerCase(Locale.ROOT));
  }

  /** Whether there is nothing in it that could be a question. */
  boolean isEmpty() {
    return text.codePoints().noneMatch(Character::isLetterOrDigit);
  }

  private static void addSynonyms(String text, List<List<String>> groups, Set<String> expansions) {
    String padded =
        " " + text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}.'-]+", " ") + " ";
    for (List<String> group : groups) {
      for (String term : group.subList(1, group.size())) {
        if (padded.contains(" " + term + " ")) {
          expansions.add(group.getFirst());
        }
      }
    }
  }

  /** A greeting or thanks says nothing of what is asked; alone, it stays. */
  private static String withoutCourtesies(String text) {
    String asked = THANKS.matcher(GREETING.matcher(text).replaceFirst("")).replaceFirst("");
    return asked.isBlank() ? text : asked;
  }

  private static String clean(String raw) {
    String cut = raw.length() > Question.MAX_LENGTH ? raw.substring(0, Question.MAX_LENGTH) : raw;
    String normal = Normalizer.normalize(cut, Normalizer.Form.NFKC);
    return INVISIBLE.matcher(normal).replaceAll(" ").replaceAll("\\s+", " ").strip();
  }
}
