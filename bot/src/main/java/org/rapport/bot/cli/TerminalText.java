package org.rapport.bot.cli;

import java.net.URI;
import java.util.List;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.rapport.bot.message.Block;
import org.rapport.bot.message.Message;
import org.rapport.bot.message.Text;

/** A message as plain text for a terminal. */
final class TerminalText {
  private static final String NEW_LINE = System.lineSeparator();

  private TerminalText() {}

  static String of(Message message) {
    StringJoiner text = new StringJoiner(NEW_LINE + NEW_LINE, "", NEW_LINE);
    message.blocks().forEach(block -> text.add(harmless(of(block))));
    return text.toString();
  }

  private static String of(Block block) {
    return switch (block) {
      case Block.Heading heading -> heading.text();
      case Block.Paragraph paragraph -> of(paragraph.text());
      case Block.Steps steps ->
          titled(
              steps.title(),
              IntStream.range(0, steps.items().size())
                  .mapToObj(i -> (i + 1) + ". " + of(steps.items().get(i)))
                  .toList());
      case Block.Bullets bullets ->
          titled(bullets.title(), bullets.items().stream().map(item -> "- " + of(item)).toList());
      case Block.Quote quote -> titled(quote.title(), List.of("> " + of(quote.text())));
      case Block.Note note -> of(note.text());
      case Block.Sources sources ->
          sources.sources().stream().map(TerminalText::of).collect(Collectors.joining(NEW_LINE));
      case Block.Choices choices ->
          titled(
              choices.title(),
              choices.buttons().stream().map(button -> "- " + button.label()).toList());
    };
  }

  private static String of(Block.Source source) {
    String date = source.date().isEmpty() ? "" : ", " + source.date();
    String url = source.url().map(address -> " " + address).orElse("");
    return "Source: " + source.title() + " (" + source.publisher() + date + ")" + url;
  }

  private static String of(Text text) {
    return text.spans().stream().map(TerminalText::of).collect(Collectors.joining());
  }

  private static String of(Text.Span span) {
    return switch (span) {
      case Text.Plain plain -> plain.words();
      case Text.Bold bold -> bold.words();
      case Text.Italic italic -> italic.words();
      case Text.Mention mention -> mention.words();
      case Text.Link(String words, URI url) -> words + " (" + url + ")";
    };
  }

  private static String titled(String title, List<String> lines) {
    return title + NEW_LINE + String.join(NEW_LINE, lines);
  }

  /** Without the control characters that a terminal would obey. */
  private static String harmless(String text) {
    return text.replaceAll("[\\p{Cc}&&[^\r\n\t]]", "");
  }
}
