package org.rapport.bot.channel.slack;

import static com.slack.api.model.block.Blocks.actions;
import static com.slack.api.model.block.Blocks.context;
import static com.slack.api.model.block.Blocks.contextActions;
import static com.slack.api.model.block.Blocks.header;
import static com.slack.api.model.block.Blocks.section;
import static com.slack.api.model.block.composition.BlockCompositions.plainText;
import static com.slack.api.model.block.element.BlockElements.button;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.composition.FeedbackButtonObject;
import com.slack.api.model.block.composition.MarkdownTextObject;
import com.slack.api.model.block.element.BlockElement;
import com.slack.api.model.block.element.ButtonElement;
import com.slack.api.model.block.element.FeedbackButtonsElement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.rapport.bot.message.Action;
import org.rapport.bot.message.ActionCodec;
import org.rapport.bot.message.Block;
import org.rapport.bot.message.Cut;
import org.rapport.bot.message.Message;
import org.rapport.bot.message.Text;

/** Draws a message as Block Kit, within Slack's limits. Pure: the same message, the same blocks. */
public final class SlackRenderer {
  static final int MAX_BLOCKS = 50;
  static final int MAX_HEADER = 150;
  private static final int MAX_TEXT = 3000;
  private static final int MAX_BUTTONS = 25;
  private static final int MAX_LABEL = 75;
  private static final int MAX_TITLE = 200;

  private final List<LayoutBlock> blocks = new ArrayList<>();
  private final boolean inView;
  private int buttons;
  private boolean isCut;

  /**
   * @param inView whether it is for a modal or the Home tab, which have no feedback buttons
   */
  private SlackRenderer(boolean inView) {
    this.inView = inView;
  }

  /** The message for Slack; where it is cut, with the button that leads to all of it. */
  public static SlackMessage render(Message message) {
    SlackRenderer renderer = new SlackRenderer(false);
    message.blocks().forEach(renderer::add);
    String summary = Mrkdwn.render(Text.plain(message.summary()), MAX_TEXT);
    if (renderer.blocks.isEmpty()) {
      renderer.addSection(summary);
    }
    return new SlackMessage(summary, renderer.fitting(message.whole()));
  }

  /** The blocks for a modal or the Home tab, at most so many. */
  static List<LayoutBlock> blocks(List<Block> blocks, int most) {
    SlackRenderer renderer = new SlackRenderer(true);
    blocks.forEach(renderer::add);
    return renderer.blocks.stream().limit(most).toList();
  }

  private List<LayoutBlock> fitting(Optional<Block.Button> whole) {
    if (whole.isEmpty() || (!isCut && blocks.size() <= MAX_BLOCKS)) {
      return blocks.stream().limit(MAX_BLOCKS).toList();
    }
    Stream<LayoutBlock> readAll =
        Stream.of(actions(actions -> actions.elements(List.of(element(whole.get())))));
    return Stream.concat(blocks.stream().limit(MAX_BLOCKS - 1), readAll).toList();
  }

  private void add(Block block) {
    switch (block) {
      case Block.Heading heading -> addHeader(heading.text());
      case Block.Paragraph paragraph -> addSection(fitted(paragraph.text(), MAX_TEXT));
      case Block.Steps steps -> addList(steps.title(), steps.items(), number -> number + ". ");
      case Block.Bullets bullets -> addList(bullets.title(), bullets.items(), number -> "• ");
      case Block.Quote quote -> addQuote(quote);
      case Block.Note note -> addNote(note);
      case Block.Sources sources -> addSources(sources.sources());
      case Block.Choices choices -> addChoices(choices);
    }
  }

  private void addHeader(String words) {
    if (!words.isBlank()) {
      blocks.add(header(header -> header.text(plainText(Cut.atWord(words.strip(), MAX_HEADER)))));
    }
  }

  private void addList(String title, List<Text> items, IntFunction<String> bullet) {
    if (items.isEmpty()) {
      return;
    }
    List<String> lines = new ArrayList<>(titleLine(title));
    int room = MAX_TEXT - length(lines);
    for (Text item : items) {
      String mark = bullet.apply(lines.size() - titleLine(title).size() + 1);
      if (room <= mark.length() + Cut.ELLIPSIS.length()) {
        isCut = true;
        break;
      }
      String line = mark + fitted(item, room - mark.length());
      lines.add(line);
      room -= line.length() + 1;
    }
    addSection(String.join("\n", lines));
  }

  private void addQuote(Block.Quote quote) {
    List<String> lines = new ArrayList<>(titleLine(quote.title()));
    long breaks = quote.text().words().lines().count();
    int room = MAX_TEXT - length(lines) - (int) Math.min(1000, 2 * (breaks + 1));
    fitted(quote.text(), room).lines().limit(500).map(line -> "> " + line).forEach(lines::add);
    addSection(String.join("\n", lines));
  }

  private void addNote(Block.Note note) {
    switch (note.tone()) {
      case QUIET -> addContext(fitted(note.text(), MAX_TEXT));
      case CAUTION -> addMarked(":warning: ", note.text());
      case URGENT -> addMarked(":blue_heart: ", note.text());
    }
  }

  private void addMarked(String mark, Text text) {
    if (!text.words().isBlank()) {
      addSection(mark + fitted(text, MAX_TEXT - mark.length()));
    }
  }

  private void addSources(List<Block.Source> sources) {
    StringBuilder lines = new StringBuilder(sources.isEmpty() ? "" : Mrkdwn.bold("Sources"));
    for (Block.Source source : sources) {
      String line = "\n" + line(source);
      if (lines.length() + line.length() <= MAX_TEXT) {
        lines.append(line);
      } else {
        isCut = true;
      }
    }
    addContext(lines.toString());
  }

  private static String line(Block.Source source) {
    String title = Cut.atWord(source.title(), MAX_TITLE);
    String linked = source.url().map(url -> Mrkdwn.link(title, url)).orElse(Mrkdwn.escape(title));
    return Stream.of(linked, plain(source.publisher()), plain(source.date()))
        .filter(part -> !part.isBlank())
        .collect(Collectors.joining(", "));
  }

  private static String plain(String words) {
    return Mrkdwn.escape(Cut.atWord(words, MAX_TITLE));
  }

  private String fitted(Text text, int max) {
    isCut |= !Mrkdwn.fits(text, max);
    return Mrkdwn.render(text, max);
  }

  private void addChoices(Block.Choices choices) {
    Optional<FeedbackButtonObject> yes = feedback(choices, true);
    Optional<FeedbackButtonObject> no = feedback(choices, false);
    if (!inView && choices.buttons().size() == 2 && yes.isPresent() && no.isPresent()) {
      addFeedback(choices.title(), yes.get(), no.get());
    } else {
      addButtons(choices);
    }
  }

  private void addFeedback(String title, FeedbackButtonObject yes, FeedbackButtonObject no) {
    addContext(Mrkdwn.render(Text.plain(title), MAX_TEXT));
    FeedbackButtonsElement element =
        FeedbackButtonsElement.builder()
            .actionId(SlackButtons.feedbackId(buttons++))
            .positiveButton(yes)
            .negativeButton(no)
            .build();
    blocks.add(contextActions(actions -> actions.elements(List.of(element))));
  }

  private static Optional<FeedbackButtonObject> feedback(Block.Choices choices, boolean right) {
    return choices.buttons().stream()
        .filter(button -> button.action() instanceof Action.Rate rate && rate.right() == right)
        .findFirst()
        .map(button ->
            FeedbackButtonObject.builder()
                .text(plainText(Cut.atWord(button.label().strip(), MAX_LABEL)))
                .value(SlackButtons.feedbackValue((Action.Rate) button.action()))
                .build());
  }

  private void addButtons(Block.Choices choices) {
    List<BlockElement> elements =
        choices.buttons().stream()
            .filter(button -> !button.label().isBlank())
            .limit(MAX_BUTTONS)
            .map(this::element)
            .toList();
    if (!elements.isEmpty()) {
      addContext(Mrkdwn.render(Text.plain(choices.title()), MAX_TEXT));
      blocks.add(actions(actions -> actions.elements(elements)));
    }
  }

  private BlockElement element(Block.Button button) {
    ButtonElement element =
        button(made ->
            made.actionId(SlackButtons.actionId(button.action(), buttons))
                .text(plainText(Cut.atWord(button.label().strip(), MAX_LABEL)))
                .value(ActionCodec.value(button.action())));
    buttons++;
    return element;
  }

  private void addSection(String mrkdwn) {
    if (!mrkdwn.isBlank()) {
      blocks.add(section(section -> section.text(verbatim(mrkdwn))));
    }
  }

  private void addContext(String mrkdwn) {
    if (!mrkdwn.isBlank()) {
      blocks.add(context(context -> context.elements(List.of(verbatim(mrkdwn)))));
    }
  }

  /** Markup in which Slack makes nothing of bare addresses and names. */
  private static MarkdownTextObject verbatim(String mrkdwn) {
    return MarkdownTextObject.builder().text(mrkdwn).verbatim(true).build();
  }

  private static List<String> titleLine(String title) {
    String line = Mrkdwn.bold(Cut.atWord(title, MAX_TITLE));
    return line.isEmpty() ? List.of() : List.of(line);
  }

  private static int length(List<String> lines) {
    return lines.stream().mapToInt(line -> line.length() + 1).sum();
  }
}
