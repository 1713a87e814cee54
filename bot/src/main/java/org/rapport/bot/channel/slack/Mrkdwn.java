package org.rapport.bot.channel.slack;

import java.net.URI;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.rapport.bot.message.Cut;
import org.rapport.bot.message.Text;

/** Slack's own markup: writes it, and reads what people typed out of it. */
final class Mrkdwn {
  private static final Pattern REFERENCE = Pattern.compile("<([^<>|]*)(?:\\|([^<>]*))?>");

  private static final Pattern USER = Pattern.compile("[UW][A-Z0-9]{1,30}");

  private Mrkdwn() {}

  /** Words in which Slack sees no link, mention or command. */
  static String escape(String words) {
    return words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  /** A link; the words are all of it that is seen. */
  static String link(String words, URI url) {
    return "<" + escape(url.toString()) + "|" + escape(oneLine(words)) + ">";
  }

  /** Bold words. */
  static String bold(String words) {
    return marked(words, "*");
  }

  /**
   * The text in markup, cut at a word if it is longer than fits; never inside markup.
   *
   * @param max how many characters of markup fit
   */
  static String render(Text text, int max) {
    String whole = whole(text);
    return whole.length() <= max ? whole : cut(text, max - Cut.ELLIPSIS.length());
  }

  /** Whether {@link #render} would not cut the text. */
  static boolean fits(Text text, int max) {
    return whole(text).length() <= max;
  }

  /** What a person typed, without Slack's markup: links and mentions by the words people see. */
  static String read(String typed) {
    Matcher references = REFERENCE.matcher(typed);
    String words = references.replaceAll(found -> Matcher.quoteReplacement(seen(found)));
    return words.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&").strip();
  }

  private static String whole(Text text) {
    return text.spans().stream()
        .map(span -> render(span, span.words()))
        .collect(Collectors.joining());
  }

  private static String cut(Text text, int max) {
    StringBuilder out = new StringBuilder();
    for (Text.Span span : text.spans()) {
      String whole = render(span, span.words());
      if (out.length() + whole.length() > max) {
        return out.append(fitting(span, max - out.length()).orElse(Cut.ELLIPSIS)).toString();
      }
      out.append(whole);
    }
    return out.toString();
  }

  /** As many words of the span as fit with their markup. */
  private static Optional<String> fitting(Text.Span span, int room) {
    int keep = Math.min(span.words().length(), room);
    while (keep > 0) {
      String shown = render(span, Cut.atWord(span.words(), keep));
      if (shown.length() <= room) {
        return Optional.of(shown);
      }
      keep -= shown.length() - room;
    }
    return Optional.empty();
  }

  private static String render(Text.Span span, String words) {
    return switch (span) {
      case Text.Plain plain -> escape(words);
      case Text.Bold bold -> marked(words, "*");
      case Text.Italic italic -> marked(words, "_");
      case Text.Mention mention -> mention(mention, words);
      case Text.Link link -> link(words, link.url());
    };
  }

  /** Slack shows the name of the person; a cut one, or no id of Slack's, stays words. */
  private static String mention(Text.Mention mention, String words) {
    return words.equals(mention.words()) && USER.matcher(mention.user()).matches()
        ? "<@" + mention.user() + ">"
        : escape(words);
  }

  private static String marked(String words, String mark) {
    String line = oneLine(words);
    return line.isEmpty() ? "" : mark + escape(line) + mark;
  }

  /** Slack ends bold, italics and links at the end of a line. */
  private static String oneLine(String words) {
    return words.replaceAll("\\s+", " ").strip();
  }

  private static String seen(MatchResult reference) {
    String target = reference.group(1);
    String label = Optional.ofNullable(reference.group(2)).orElse("");
    return switch (target.isEmpty() ? ' ' : target.charAt(0)) {
      case '#' -> "#" + (label.isEmpty() ? "channel" : label);
      case '@' -> "@" + (label.isEmpty() ? "someone" : label);
      case '!' -> label.isEmpty() ? "@" + target.substring(1) : label;
      default -> label.isEmpty() ? target : label;
    };
  }
}
