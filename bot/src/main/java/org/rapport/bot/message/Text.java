package org.rapport.bot.message;

import java.net.URI;
import java.util.List;
import java.util.stream.Collectors;

/** A run of words with bold, italics and links. What a person typed is only ever {@link Plain}. */
public record Text(List<Span> spans) {

  public Text {
    spans = List.copyOf(spans);
  }

  /** Words as they are, with nothing in them that a channel would read as markup. */
  public static Text plain(String words) {
    return new Text(List.of(new Plain(words)));
  }

  /** Reads guidance: Markdown with bold, italics and links; any other markup stays as words. */
  public static Text markdown(String markdown) {
    return InlineMarkdown.parse(markdown);
  }

  /** The words alone. */
  public String words() {
    return spans.stream().map(Span::words).collect(Collectors.joining());
  }

  /** Part of a text. */
  public sealed interface Span {
    /** The words that are shown. */
    String words();

    /** Other words of the same kind, as far as they can be. */
    Span with(String other);
  }

  /** Plain words. */
  public record Plain(String words) implements Span {
    @Override
    public Plain with(String other) {
      return new Plain(other);
    }
  }

  /** Bold words. */
  public record Bold(String words) implements Span {
    @Override
    public Bold with(String other) {
      return new Bold(other);
    }
  }

  /** Words in italics. */
  public record Italic(String words) implements Span {
    @Override
    public Italic with(String other) {
      return new Italic(other);
    }
  }

  /**
   * Somebody, in the workspace where the message is read; the channel shows their name if it can.
   *
   * @param user their id there
   * @param words shown where it cannot
   */
  public record Mention(String user, String words) implements Span {
    /** Part of somebody's name is only words. */
    @Override
    public Span with(String other) {
      return other.equals(words) ? this : new Plain(other);
    }
  }

  /** A link; the address is http or https. */
  public record Link(String words, URI url) implements Span {
    @Override
    public Link with(String other) {
      return new Link(other, url);
    }
  }
}
