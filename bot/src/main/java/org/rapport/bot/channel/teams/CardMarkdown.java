package org.rapport.bot.channel.teams;

import java.net.URI;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.rapport.bot.message.Text;

/**
 * Writes a text in the Markdown of Adaptive Cards: bold, italics, links and lists. Everything else
 * that a card would read as markup is escaped, so that words stay words.
 */
final class CardMarkdown {
  private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}&&[^\\n\\t]]");
  private static final Pattern BREAKS = Pattern.compile("\\s*\\n\\s*");
  private static final Pattern SPACES = Pattern.compile("\\s+");
  private static final Pattern MARKUP = Pattern.compile("[\\\\`*_~\\[\\]<>|]|&(?=[#\\p{Alpha}])");

  /** Cards take {@code {{DATE(...)}}} for a date to write in the reader's own way. */
  private static final Pattern FUNCTION = Pattern.compile("\\{(?=\\{)");

  private static final Pattern LINE_MARKER =
      Pattern.compile("^([-+#=])|^(\\d{1,9})([.)])", Pattern.MULTILINE);

  private CardMarkdown() {}

  /** Text that may have paragraphs. */
  static String paragraphs(Text text) {
    StringBuilder markdown = new StringBuilder();
    text.spans().forEach(span -> markdown.append(span(span)));
    String joined = BREAKS.matcher(markdown.toString().strip()).replaceAll("\n\n");
    return LINE_MARKER.matcher(joined).replaceAll(CardMarkdown::escapedMarker);
  }

  /** Text on one line, as the item of a list needs it. */
  static String line(Text text) {
    return BREAKS.matcher(paragraphs(text)).replaceAll(" ");
  }

  /** Words on one line, with no markup. */
  static String line(String words) {
    return line(Text.plain(words));
  }

  /** A link on one line, or the words alone if the address is not on the web. */
  static String link(String words, URI address) {
    String shown = SPACES.matcher(escape(words)).replaceAll(" ").strip();
    return web(address) ? "[" + shown + "](" + target(address) + ")" : shown;
  }

  private static String span(Text.Span span) {
    return switch (span) {
      case Text.Plain plain -> escape(plain.words());
      case Text.Bold bold -> around("**", bold.words());
      case Text.Italic italic -> around("_", italic.words());
      case Text.Mention mention -> escape(mention.words());
      case Text.Link link -> link(link.words(), link.url());
    };
  }

  /** Spaces stay outside of the marks, which would not be read as marks otherwise. */
  private static String around(String mark, String words) {
    String inner = SPACES.matcher(words.strip()).replaceAll(" ");
    if (inner.isEmpty()) {
      return words;
    }
    String before = Character.isWhitespace(words.charAt(0)) ? " " : "";
    String after = Character.isWhitespace(words.charAt(words.length() - 1)) ? " " : "";
    return before + mark + escape(inner) + mark + after;
  }

  private static String escape(String words) {
    String clean = CONTROL.matcher(words).replaceAll("");
    String escaped = MARKUP.matcher(clean).replaceAll(found -> "\\\\" + quoted(found.group()));
    return FUNCTION.matcher(escaped).replaceAll("{\\\\");
  }

  private static String escapedMarker(java.util.regex.MatchResult found) {
    return found.group(1) != null
        ? quoted("\\" + found.group(1))
        : quoted(found.group(2) + "\\" + found.group(3));
  }

  private static String quoted(String words) {
    return Matcher.quoteReplacement(words);
  }

  private static boolean web(URI address) {
    String scheme = address.getScheme() == null ? "" : address.getScheme().toLowerCase(Locale.ROOT);
    return (scheme.equals("https") || scheme.equals("http")) && address.getHost() != null;
  }

  private static String target(URI address) {
    return address.toASCIIString().replace("(", "%28").replace(")", "%29");
  }
}
