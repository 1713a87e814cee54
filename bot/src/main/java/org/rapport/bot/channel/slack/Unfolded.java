package org.rapport.bot.channel.slack;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.rapport.bot.message.Block;
import org.rapport.bot.message.Cut;
import org.rapport.bot.message.Message;
import org.rapport.bot.message.Text;

/** A message whose parts are each short enough for one block of Slack's, none of them cut. */
final class Unfolded {
  /** In characters; leaves room for markup and for characters that Slack writes as entities. */
  private static final int LONGEST = 1500;

  private Unfolded() {}

  /** All of a message. */
  static List<Block> blocks(Message message) {
    return message.blocks().stream().flatMap(Unfolded::parts).toList();
  }

  private static Stream<Block> parts(Block block) {
    return switch (block) {
      case Block.Heading heading -> heading(heading);
      case Block.Paragraph paragraph -> paragraphs(paragraph.text());
      case Block.Steps steps -> steps(steps);
      case Block.Bullets bullets -> bullets(bullets);
      case Block.Quote quote -> quote(quote);
      case Block.Note note ->
          Cut.parts(note.text(), LONGEST).stream().map(part -> note(note, part));
      case Block.Sources sources ->
          sources.sources().stream().map(source -> new Block.Sources(List.of(source)));
      case Block.Choices choices -> Stream.of(choices);
    };
  }

  private static Stream<Block> heading(Block.Heading heading) {
    return heading.text().length() <= SlackRenderer.MAX_HEADER
        ? Stream.of(heading)
        : paragraphs(new Text(List.of(new Text.Bold(heading.text()))));
  }

  private static Block note(Block.Note note, Text part) {
    return new Block.Note(note.tone(), part);
  }

  private static Stream<Block> paragraphs(Text text) {
    return Cut.parts(text, LONGEST).stream().map(Block.Paragraph::new);
  }

  private static Stream<Block> steps(Block.Steps steps) {
    if (length(steps.items()) <= LONGEST) {
      return Stream.of(steps);
    }
    List<Text> items = new ArrayList<>();
    for (Text item : steps.items()) {
      items.add(after(items.size() + 1 + ". ", item));
    }
    return titled(steps.title(), items);
  }

  private static Stream<Block> bullets(Block.Bullets bullets) {
    return length(bullets.items()) <= LONGEST
        ? Stream.of(bullets)
        : titled(bullets.title(), bullets.items().stream().map(it -> after("• ", it)).toList());
  }

  private static Stream<Block> quote(Block.Quote quote) {
    List<Text> parts = Cut.parts(quote.text(), LONGEST);
    return Stream.concat(
        parts.stream().limit(1).map(part -> new Block.Quote(quote.title(), part)),
        parts.stream().skip(1).map(part -> new Block.Quote("", part)));
  }

  private static Stream<Block> titled(String title, List<Text> items) {
    Stream<Block> heading =
        title.isBlank() ? Stream.of() : paragraphs(new Text(List.of(new Text.Bold(title))));
    return Stream.concat(heading, items.stream().flatMap(Unfolded::paragraphs));
  }

  private static Text after(String mark, Text item) {
    return new Text(Stream.concat(Stream.of(new Text.Plain(mark)), item.spans().stream()).toList());
  }

  private static int length(List<Text> items) {
    return items.stream().mapToInt(item -> item.words().length()).sum();
  }
}
