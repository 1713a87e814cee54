package org.rapport.bot.trypage;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.commonmark.renderer.html.HtmlWriter;
import org.rapport.bot.message.Action;
import org.rapport.bot.message.ActionCodec;
import org.rapport.bot.message.Block;
import org.rapport.bot.message.Message;
import org.rapport.bot.message.Text;

/**
 * Turns a message into HTML. Every word and every attribute goes through the writer's escaping, so
 * nothing in a message can become markup.
 */
final class HtmlRenderer {
  private final StringBuilder html = new StringBuilder();
  private final HtmlWriter out = new HtmlWriter(html);

  private HtmlRenderer() {}

  /** The message as a fragment whose top heading is of the third level. */
  static String render(Message message) {
    return render(message.blocks());
  }

  static String render(List<Block> blocks) {
    HtmlRenderer renderer = new HtmlRenderer();
    blocks.forEach(renderer::block);
    return renderer.html.toString();
  }

  private void block(Block block) {
    switch (block) {
      case Block.Heading heading -> element("h3", Map.of(), () -> out.text(heading.text()));
      case Block.Paragraph paragraph -> element("p", Map.of(), () -> text(paragraph.text()));
      case Block.Steps steps -> list("ol", steps.title(), steps.items());
      case Block.Bullets bullets -> list("ul", bullets.title(), bullets.items());
      case Block.Quote quote -> quote(quote);
      case Block.Note note -> note(note);
      case Block.Sources sources -> sources(sources);
      case Block.Choices choices -> choices(choices);
    }
  }

  private void list(String tag, String title, List<Text> items) {
    title(title);
    element(tag, Map.of(), () -> items.forEach(item -> element("li", Map.of(), () -> text(item))));
  }

  private void quote(Block.Quote quote) {
    title(quote.title());
    element("blockquote", Map.of(), () -> text(quote.text()));
  }

  private void note(Block.Note note) {
    String tone = note.tone().name().toLowerCase(Locale.ROOT);
    element("p", Map.of("class", "note note-" + tone), () -> text(note.text()));
  }

  private void sources(Block.Sources sources) {
    title("Sources");
    element("ul", Map.of("class", "sources"), () -> sources.sources().forEach(this::source));
  }

  private void source(Block.Source source) {
    element(
        "li",
        Map.of(),
        () -> {
          source
              .url()
              .ifPresentOrElse(url -> link(source.title(), url), () -> out.text(source.title()));
          for (String detail : List.of(source.publisher(), source.date())) {
            out.text(detail.isBlank() ? "" : ", " + detail);
          }
        });
  }

  private void choices(Block.Choices choices) {
    element(
        "div",
        Map.of("class", "choices", "role", "group", "aria-label", choices.title()),
        () -> {
          title(choices.title());
          choices.buttons().forEach(this::button);
        });
  }

  private void button(Block.Button button) {
    Action action = button.action();
    Map<String, String> attributes =
        Map.of(
            "type", "button",
            "data-kind", ActionCodec.kind(action),
            "data-value", ActionCodec.value(action));
    element("button", attributes, () -> out.text(button.label()));
  }

  private void title(String title) {
    if (!title.isBlank()) {
      element("h4", Map.of(), () -> out.text(title));
    }
  }

  private void text(Text text) {
    text.spans().forEach(this::span);
  }

  private void span(Text.Span span) {
    switch (span) {
      case Text.Plain plain -> out.text(plain.words());
      case Text.Bold bold -> element("strong", Map.of(), () -> out.text(bold.words()));
      case Text.Italic italic -> element("em", Map.of(), () -> out.text(italic.words()));
      case Text.Mention mention -> out.text(mention.words());
      case Text.Link link -> link(link.words(), link.url());
    }
  }

  private void link(String words, URI url) {
    if ("https".equals(url.getScheme()) || "http".equals(url.getScheme())) {
      Map<String, String> attributes = new LinkedHashMap<>();
      attributes.put("href", url.toString());
      attributes.put("rel", "noreferrer");
      attributes.put("target", "_blank");
      element("a", attributes, () -> out.text(words));
    } else {
      out.text(words);
    }
  }

  private void element(String tag, Map<String, String> attributes, Runnable content) {
    out.tag(tag, attributes);
    content.run();
    out.tag("/" + tag);
  }
}
