package org.rapport.knowledge.ask;

import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
 * @param text cleaned: no control or direction marks, spaces folded, cut to the longest read,
 *     without greeting and thanks, text-speak spelt out
 * @param words for keyword search: the text and what its acronyms and synonyms stand for
 * @param meaning for the embedding: the text with acronyms spelt out
 */
record Understanding(String text, String words, String meaning) {
  /** A short form of fewer letters with an s may be a word of its own. */
  private static final int FEWEST_LETTERS = 3;

  private static final int MOST_WORDS_OF_A_BROAD_ONE = 9;

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

  static Understanding of(String asked, Language language, Shorthand shorthand) {
    String text = shorthand.spelledOut(withoutCourtesies(clean(asked)));
    Set<String> expansions = new LinkedHashSet<>();
    StringBuilder meaning = new StringBuilder();
    int end = 0;
    Matcher word = WORD.matcher(text);
    while (word.find()) {
      List<String> meanings = meanings(word.group(), language.acronyms());
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

  /** Whether it is short enough to ask about something in general; a longer one has a point. */
  boolean mayBeBroad() {
    return WORD.matcher(text).results().count() <= MOST_WORDS_OF_A_BROAD_ONE;
  }

  /**
   * Whether nothing in it could be a question in English: no letters, or those of other scripts.
   */
  boolean isUnreadable() {
    long latin = text.codePoints().filter(Understanding::isLatin).count();
    long letters = text.codePoints().filter(Character::isLetter).count();
    return text.codePoints().noneMatch(Character::isLetterOrDigit) || 2 * latin < letters;
  }

  private static boolean isLatin(int character) {
    return Character.isLetter(character)
        && Character.UnicodeScript.of(character) == Character.UnicodeScript.LATIN;
  }

  /** What an acronym stands for, also of several, as "NEDs"; "mis" is not several MI. */
  private static List<String> meanings(String word, Map<String, List<String>> acronyms) {
    String folded = word.toLowerCase(Locale.ROOT);
    if (acronyms.containsKey(folded) || !folded.endsWith("s")) {
      return acronyms.getOrDefault(folded, List.of());
    }
    String one = word.substring(0, word.length() - 1);
    boolean isAcronym = one.length() >= FEWEST_LETTERS || one.equals(one.toUpperCase(Locale.ROOT));
    return isAcronym ? acronyms.getOrDefault(one.toLowerCase(Locale.ROOT), List.of()) : List.of();
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
