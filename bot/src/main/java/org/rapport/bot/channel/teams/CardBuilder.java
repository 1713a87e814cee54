package org.rapport.bot.channel.teams;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.rapport.bot.message.Action;
import org.rapport.bot.message.ActionCodec;
import org.rapport.bot.message.Block;
import org.rapport.bot.message.Cut;
import org.rapport.bot.message.Message;
import org.rapport.bot.message.Text;

/** Builds a card, with no text in it longer than asked. Colours are only ever named by meaning. */
final class CardBuilder {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final int MOST_ITEMS = 30;
  private static final int MOST_ACTIONS = 6;
  private static final int LONGEST_TITLE = 250;
  private static final int LONGEST_LABEL = 75;

  /** Buttons with longer labels are cut by Teams unless each has a row of its own. */
  private static final int SHORT_LABEL = 20;

  private final int longest;
  private final Surface surface;
  private final ArrayNode body = JSON.arrayNode();
  private Optional<Message> message = Optional.empty();
  private boolean isCut;

  /**
   * @param longest the longest text, in characters
   */
  CardBuilder(int longest, Surface surface) {
    this.longest = longest;
    this.surface = surface;
  }

  /** The card; where it is cut, with the button that leads to all of it. */
  ObjectNode card(Message message) {
    this.message = Optional.of(message);
    message.blocks().forEach(this::add);
    if (isCut) {
      message.whole().ifPresent(whole -> body.add(row(whole)));
    }
    ObjectNode card = JSON.objectNode();
    card.put("$schema", "http://adaptivecards.io/schemas/adaptive-card.json");
    card.put("type", "AdaptiveCard");
    card.put("version", "1.5");
    card.put("lang", "en-GB");
    card.put("fallbackText", Cut.atWord(message.summary(), LONGEST_TITLE));
    card.putObject("msteams").put("width", "Full");
    card.set("body", body);
    return card;
  }

  static ObjectNode textBlock(String markdown) {
    return element("TextBlock").put("text", markdown).put("wrap", true);
  }

  private void add(Block block) {
    if (empty(block)) {
      return;
    }
    switch (block) {
      case Block.Heading heading -> body.add(heading(heading.text()));
      case Block.Paragraph paragraph -> body.add(textBlock(paragraphs(paragraph.text())));
      case Block.Steps steps -> addList(steps.title(), steps.items(), true);
      case Block.Bullets bullets -> addList(bullets.title(), bullets.items(), false);
      case Block.Quote quote -> addQuote(quote);
      case Block.Note note -> addNote(note);
      case Block.Sources sources -> addSources(sources);
      case Block.Choices choices -> addChoices(choices);
    }
  }

  /** Whether nothing would be shown of a block. */
  private static boolean empty(Block block) {
    return switch (block) {
      case Block.Heading heading -> heading.text().isBlank();
      case Block.Paragraph paragraph -> paragraph.text().words().isBlank();
      case Block.Steps steps -> steps.items().isEmpty();
      case Block.Bullets bullets -> bullets.items().isEmpty();
      case Block.Quote quote -> quote.text().words().isBlank();
      case Block.Note note -> note.text().words().isBlank();
      case Block.Sources sources -> sources.sources().isEmpty();
      case Block.Choices choices -> choices.buttons().isEmpty();
    };
  }

  private void addList(String title, List<Text> items, boolean numbered) {
    addTitle(body, title);
    List<String> lines = new ArrayList<>();
    for (Text item : items.subList(0, Math.min(items.size(), MOST_ITEMS))) {
      String mark = numbered ? lines.size() + 1 + ". " : "- ";
      lines.add(mark + CardMarkdown.line(cut(item)));
    }
    if (items.size() > MOST_ITEMS) {
      isCut = true;
      lines.add(Cut.ELLIPSIS);
    }
    body.add(textBlock(String.join("\n", lines)).put("spacing", "Small"));
  }

  private void addQuote(Block.Quote quote) {
    ArrayNode items = addContainer("emphasis");
    addTitle(items, quote.title());
    items.add(textBlock(paragraphs(quote.text())));
  }

  private void addNote(Block.Note note) {
    ObjectNode words = textBlock(paragraphs(note.text()));
    switch (note.tone()) {
      case QUIET -> body.add(words.put("isSubtle", true).put("size", "Small"));
      case CAUTION -> addContainer("warning").add(words);
      case URGENT -> addContainer("attention").add(words);
    }
  }

  private void addSources(Block.Sources sources) {
    List<String> lines = new ArrayList<>();
    for (Block.Source source :
        sources.sources().subList(0, Math.min(sources.sources().size(), MOST_ITEMS))) {
      lines.add("- " + source(source));
    }
    ObjectNode container = element("Container").put("separator", true).put("spacing", "Medium");
    ArrayNode items = container.putArray("items");
    items.add(textBlock("Sources").put("weight", "Bolder").put("size", "Small"));
    items.add(textBlock(String.join("\n", lines)).put("size", "Small").put("spacing", "Small"));
    body.add(container);
  }

  private static String source(Block.Source source) {
    String title = Cut.atWord(source.title(), LONGEST_TITLE);
    List<String> parts = new ArrayList<>();
    parts.add(
        source
            .url()
            .map(address -> CardMarkdown.link(title, address))
            .orElseGet(() -> CardMarkdown.line(title)));
    for (String part : List.of(source.publisher(), source.date())) {
      if (!part.isBlank()) {
        parts.add(CardMarkdown.line(Cut.atWord(part, LONGEST_TITLE)));
      }
    }
    return String.join(", ", parts);
  }

  private void addChoices(Block.Choices choices) {
    if (!choices.title().isBlank()) {
      body.add(textBlock(line(choices.title())).put("separator", true).put("spacing", "Medium"));
    }
    boolean side =
        choices.buttons().stream().allMatch(button -> button.label().length() <= SHORT_LABEL);
    int inARow = side ? MOST_ACTIONS : 1;
    ArrayNode actions = JSON.arrayNode();
    for (Block.Button button : choices.buttons()) {
      if (actions.isEmpty() || actions.size() == inARow) {
        ObjectNode row = element("ActionSet");
        actions = row.putArray("actions");
        body.add(row.put("spacing", "Small"));
      }
      actions.add(action(button));
    }
  }

  /** A row with one button. */
  ObjectNode row(Block.Button button) {
    ObjectNode row = element("ActionSet");
    row.putArray("actions").add(action(button));
    return row;
  }

  private ObjectNode action(Block.Button button) {
    String kind = ActionCodec.kind(button.action());
    boolean opensDialog = surface == Surface.SHARED && button.action() instanceof Action.Open;
    boolean isSubmit = opensDialog || surface == Surface.DIALOG;
    ObjectNode action = element(isSubmit ? CardAction.SUBMIT : CardAction.EXECUTE);
    action.put("title", Cut.atWord(button.label(), LONGEST_LABEL));
    if (!isSubmit) {
      action.put("verb", kind);
    }
    if (button.label().length() > LONGEST_LABEL) {
      action.put("tooltip", Cut.atWord(button.label(), LONGEST_TITLE));
    }
    ObjectNode data =
        action
            .putObject("data")
            .put(CardAction.KIND, kind)
            .put(CardAction.VALUE, ActionCodec.value(button.action()));
    if (button.action() instanceof Action.Rate) {
      message.ifPresent(rated -> CarriedAnswer.into(data, rated));
    }
    if (opensDialog) {
      data.putObject("msteams").put("type", TeamsDialogs.FETCH);
    }
    return action;
  }

  private ArrayNode addContainer(String style) {
    ObjectNode container = element("Container").put("style", style);
    body.add(container);
    return container.putArray("items");
  }

  private static void addTitle(ArrayNode items, String title) {
    if (!title.isBlank()) {
      items.add(
          textBlock(line(title))
              .put("size", "Default")
              .put("weight", "Bolder")
              .put("style", "heading"));
    }
  }

  private static ObjectNode heading(String words) {
    return textBlock(line(words))
        .put("size", "Large")
        .put("weight", "Bolder")
        .put("style", "heading");
  }

  private String paragraphs(Text text) {
    return CardMarkdown.paragraphs(cut(text));
  }

  private Text cut(Text text) {
    isCut |= text.words().length() > longest;
    return Cut.text(text, longest);
  }

  private static String line(String words) {
    return CardMarkdown.line(Cut.atWord(words, LONGEST_TITLE));
  }

  static ObjectNode element(String type) {
    return JSON.objectNode().put("type", type);
  }
}
