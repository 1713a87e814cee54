package org.rapport.knowledge.review;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Counts the words, sentences and syllables of a text.
 *
 * <p>A <b>sentence</b> ends with a full stop, question mark, exclamation mark or ellipsis (and the
 * quote or bracket that closes with it) before a space and anything but a small letter. The end of
 * a heading, list item or paragraph ends one too. A colon, semicolon or dash does not.
 *
 * <p>A <b>word</b> is a run of letters and digits, with the apostrophes and hyphens inside it
 * ("well-known" is one), and with the points and commas inside a number. A {placeholder}, an
 * {@code @handle}, a {@code #hashtag} and an address are one word each, of two syllables: they
 * stand for a name, and how long it is says nothing about the prose.
 *
 * <p>The <b>syllables</b> of other words: each digit has one ("2013" is said with four); an acronym
 * has one a letter, W three, unless {@code review/syllables.txt} has it as a word (NICE); anything
 * else is counted by {@link Syllables}, a hyphened word part by part.
 */
final class ReadingLevel {
  private static final int SYLLABLES_OF_A_NAME = 2;
  private static final Pattern SENTENCE_END =
      Pattern.compile("(?<=[.!?…][\"'”’)\\]]{0,2})\\s+(?!\\p{Ll})");
  private static final Pattern TOKEN =
      Pattern.compile(
          "(?<name>\\{[^{}]*}|[@#]\\w+|"
              + PlainText.ADDRESS
              + ")|(?<word>[\\p{L}\\d]+((['’-]|(?<=\\d)[.,](?=\\d))[\\p{L}\\d]+){0,20})");
  private static final Pattern PART = Pattern.compile("\\d|[\\p{L}'’]+");
  private static final Pattern ACRONYM = Pattern.compile("(\\p{Lu}{2,})s?");

  private final Map<String, Integer> spoken = WordLists.numbers("syllables.txt");
  private final Syllables syllables = new Syllables(spoken);

  /**
   * @param blocks headings, list items and paragraphs, without Markdown
   */
  Readability of(List<String> blocks) {
    return blocks.stream()
        .flatMap(SENTENCE_END::splitAsStream)
        .map(this::ofSentence)
        .filter(sentence -> sentence.words() > 0)
        .reduce(new Readability(0, 0, 0), Readability::plus);
  }

  private Readability ofSentence(String sentence) {
    int words = 0;
    int count = 0;
    Matcher token = TOKEN.matcher(sentence);
    while (token.find()) {
      String word = token.group("word");
      words++;
      count += word == null ? SYLLABLES_OF_A_NAME : inWord(word);
    }
    return new Readability(words, 1, count);
  }

  private int inWord(String word) {
    return PART.matcher(word).results().mapToInt(part -> inPart(part.group())).sum();
  }

  private int inPart(String part) {
    if (Character.isDigit(part.charAt(0))) {
      return 1;
    }
    Matcher acronym = ACRONYM.matcher(part);
    return acronym.matches() ? inAcronym(acronym.group(1)) : syllables.in(part);
  }

  private int inAcronym(String letters) {
    Integer asWord = spoken.get(letters);
    return asWord == null ? letters.chars().map(letter -> letter == 'W' ? 3 : 1).sum() : asWord;
  }
}
