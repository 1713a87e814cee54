package org.rapport.bot.conversation.privacy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A word of a text.
 *
 * @param text in lower case, without "'s"
 * @param start where it starts, in chars from 0
 * @param end the place after its last char, "'s" left out
 * @param capital whether it starts with a capital letter that means something
 * @param acronym whether it is written as NHS or LinkedIn is, among words that are not
 * @param gap what stands between it and the next word
 */
record Word(String text, int start, int end, boolean capital, boolean acronym, String gap) {
  /** Letters, with hyphens and apostrophes inside; never steps back, so each char is read once. */
  private static final Pattern WORD = Pattern.compile("\\p{L}++(?:['-]\\p{L}++)*+");

  /**
   * Up to five capitals (NHS), or capitals inside (LinkedIn, AHPs) but not of McLean or O'Neill.
   */
  private static final Pattern ACRONYM =
      Pattern.compile("\\p{Lu}{2,5}|(?!Ma?c\\p{Lu}\\p{Ll})\\p{L}+\\p{Lu}\\p{L}*");

  /** Beyond it nobody writes one name on; a gap is only looked at closely when short. */
  private static final int LONGEST_GAP = 12;

  static List<Word> of(String text) {
    boolean shouted = isShouted(text);
    List<Word> words = new ArrayList<>();
    Matcher matcher = WORD.matcher(text);
    boolean more = matcher.find();
    while (more) {
      int start = matcher.start();
      String written = withoutS(matcher.group());
      int end = matcher.end();
      more = matcher.find();
      int next = more ? matcher.start() : text.length();
      String gap = text.substring(end, Math.min(next, end + LONGEST_GAP));
      words.add(word(written, start, shouted, gap));
    }
    return words;
  }

  private static Word word(String written, int start, boolean shouted, String gap) {
    boolean capital = !shouted && Character.isUpperCase(written.codePointAt(0));
    boolean acronym = capital && ACRONYM.matcher(written).matches();
    int end = start + written.length();
    return new Word(written.toLowerCase(Locale.ROOT), start, end, capital, acronym, gap);
  }

  private static String withoutS(String written) {
    boolean possessive = written.endsWith("'s") || written.endsWith("'S");
    return possessive ? written.substring(0, written.length() - 2) : written;
  }

  /** Whether capitals say nothing, as most letters are. */
  private static boolean isShouted(String text) {
    long capitals = text.codePoints().filter(Character::isUpperCase).count();
    return 2 * capitals > text.codePoints().filter(Character::isLetter).count();
  }

  /** Whether only white space stands before the next word. */
  boolean touchesNext() {
    return !gap.isEmpty() && gap.isBlank();
  }

  boolean isInitial() {
    return text.length() == 1 && !text.equals("i") && !text.equals("a");
  }
}
