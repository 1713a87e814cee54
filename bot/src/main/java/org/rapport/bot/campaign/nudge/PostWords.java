package org.rapport.bot.campaign.nudge;

import java.text.BreakIterator;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.rapport.knowledge.library.Platform;

/** Counts what is in the words of a post. */
final class PostWords {
  /** In characters, whatever its length (F-3.44). */
  private static final int LINK_ON_X = 23;

  private static final Pattern LINK = Pattern.compile("https?://[^\\s]{1,2000}");
  private static final Pattern TAG =
      Pattern.compile("(?<![\\p{L}\\d_&/])#([\\p{L}\\d_]*\\p{L}[\\p{L}\\d_]*)");
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{[^{}\\n]{0,60}}");
  private static final Pattern EMOJI =
      Pattern.compile("\\p{IsEmoji_Presentation}|\\p{IsEmoji}\\uFE0F");

  /** Mathematical alphanumerics, as generators of "fonts" use them. */
  private static final Pattern STYLED = Pattern.compile("[\\x{1D400}-\\x{1D7FF}]");

  private final String words;

  PostWords(String words) {
    this.words = words;
  }

  /** As a platform counts it, in characters. */
  int length(Platform platform) {
    String counted =
        platform == Platform.X ? LINK.matcher(words).replaceAll("x".repeat(LINK_ON_X)) : words;
    return platform == Platform.BLUESKY
        ? seen(counted)
        : counted.codePointCount(0, counted.length());
  }

  List<String> tags() {
    return TAG.matcher(words).results().map(found -> found.group(1)).toList();
  }

  boolean hasPlaceholder() {
    return PLACEHOLDER.matcher(words).find();
  }

  int emoji() {
    return (int) EMOJI.matcher(words).results().map(MatchResult::group).count();
  }

  boolean hasStyledLetters() {
    return STYLED.matcher(words).find();
  }

  /** Characters as a reader sees them (docs.bsky.app: grapheme clusters). */
  private static int seen(String text) {
    BreakIterator characters = BreakIterator.getCharacterInstance(Locale.ROOT);
    characters.setText(text);
    int count = 0;
    while (characters.next() != BreakIterator.DONE) {
      count++;
    }
    return count;
  }
}
