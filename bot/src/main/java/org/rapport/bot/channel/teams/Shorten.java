package org.rapport.bot.channel.teams;

import java.util.ArrayList;
import java.util.List;
import org.rapport.bot.message.Text;

/** Cuts words to a length, at the end of a word, and shows that something is missing. */
final class Shorten {
  private static final String ELLIPSIS = "…";

  private Shorten() {}

  /** At most so many characters. */
  static String words(String words, int most) {
    if (words.length() <= most) {
      return words;
    }
    int end = most - ELLIPSIS.length();
    while (end > most / 2 && !Character.isWhitespace(words.charAt(end))) {
      end--;
    }
    if (end <= most / 2) {
      end = most - ELLIPSIS.length();
    }
    if (Character.isHighSurrogate(words.charAt(end - 1))) {
      end--;
    }
    return words.substring(0, end).stripTrailing() + ELLIPSIS;
  }

  /** At most so many characters, keeping bold, italics and links up to there. */
  static Text text(Text text, int most) {
    if (text.words().length() <= most) {
      return text;
    }
    List<Text.Span> kept = new ArrayList<>();
    int left = most;
    for (Text.Span span : text.spans()) {
      int length = span.words().length();
      if (length > left) {
        kept.add(left > 1 ? cut(span, left) : new Text.Plain(ELLIPSIS));
        break;
      }
      kept.add(span);
      left -= length;
    }
    return new Text(kept);
  }

  private static Text.Span cut(Text.Span span, int most) {
    return switch (span) {
      case Text.Plain plain -> new Text.Plain(words(plain.words(), most));
      case Text.Bold bold -> new Text.Bold(words(bold.words(), most));
      case Text.Italic italic -> new Text.Italic(words(italic.words(), most));
      case Text.Mention mention -> new Text.Plain(words(mention.words(), most));
      case Text.Link link -> new Text.Link(words(link.words(), most), link.url());
    };
  }
}
