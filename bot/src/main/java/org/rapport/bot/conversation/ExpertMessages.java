package org.rapport.bot.conversation;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.rapport.bot.channel.Address;
import org.rapport.bot.expert.ExpertAnswer;
import org.rapport.bot.expert.ExpertQuestion;
import org.rapport.bot.expert.Post;
import org.rapport.bot.expert.State;
import org.rapport.bot.message.Action;
import org.rapport.bot.message.Block;
import org.rapport.bot.message.Block.Button;
import org.rapport.bot.message.Block.Tone;
import org.rapport.bot.message.Message;
import org.rapport.bot.message.Text;

/** A question to experts as its readers see it: how far it is, and what they can do with it. */
final class ExpertMessages {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("EEEE d MMMM, HH:mm", Locale.UK)
          .withZone(ZoneId.of("Europe/London"));

  private final Wording wording;
  private final Colleagues colleagues;

  ExpertMessages(Wording wording) {
    this.wording = wording;
    this.colleagues = new Colleagues(wording);
  }

  /** As those see it for whom a message is. */
  Message of(ExpertQuestion question, Post.Audience audience, Address reader) {
    return switch (audience) {
      case EXPERTS -> forExperts(question, reader);
      case ASKER -> forAsker(question, reader);
      case ASKED -> answeredBelow(question);
    };
  }

  /** A button that opens the form of a question. */
  Message offer() {
    Button ask =
        new Button(wording.words("expert.button.ask"), new Action.Open(ExpertAskForm.ID, ""));
    return new Message(
        wording.words("expert.offer.summary"),
        List.of(
            new Block.Paragraph(wording.text("expert.offer.words")),
            new Block.Choices("", List.of(ask))));
  }

  /** As experts see it. */
  Message forExperts(ExpertQuestion question, Address reader) {
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Block.Heading(wording.words("expert.heading")));
    if (isWaiting(question) && question.reminders() > 0) {
      blocks.add(note(Tone.CAUTION, "expert.reminder"));
    }
    blocks.add(paragraph(state(question, reader, "expert.state.")));
    blocks.addAll(words(question));
    blocks.add(paragraph(from(question, reader)));
    blocks.addAll(answer(question));
    blocks.addAll(choices(expertsButtons(question)));
    return new Message(wording.words("expert.heading"), blocks);
  }

  /** As the asker sees it. */
  Message forAsker(ExpertQuestion question, Address reader) {
    String heading =
        question.answer().isPresent() ? "expert.answered.heading" : "expert.yours.heading";
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Block.Heading(wording.words(heading)));
    blocks.add(paragraph(state(question, reader, "expert.yours.state.")));
    blocks.addAll(words(question));
    blocks.addAll(answer(question));
    blocks.addAll(guidance(question));
    blocks.addAll(choices(askersButtons(question)));
    return new Message(wording.words(heading), blocks);
  }

  /** What stays of the asker's first message once the answer has its own. */
  private Message answeredBelow(ExpertQuestion question) {
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Block.Heading(wording.words("expert.yours.heading")));
    blocks.add(new Block.Paragraph(wording.text("expert.yours.below")));
    blocks.addAll(words(question));
    return new Message(wording.words("expert.yours.heading"), blocks);
  }

  /** The same with a line on top about what did not happen. */
  Message passed(Message message, String key) {
    return message.under(note(Tone.CAUTION, key));
  }

  private static boolean isWaiting(ExpertQuestion question) {
    return question.state() == State.OPEN || question.state() == State.CLAIMED;
  }

  private List<Block> words(ExpertQuestion question) {
    return question.words().isEmpty()
        ? List.of(new Block.Paragraph(wording.text("expert.withdrawn")))
        : List.of(new Block.Quote(wording.words("expert.question"), Text.plain(question.words())));
  }

  private List<Block> answer(ExpertQuestion question) {
    return question.answer().stream()
        .<Block>map(
            answer -> new Block.Quote(wording.words("expert.answer"), Text.plain(answer.words())))
        .toList();
  }

  /** Leads the asker to the section that goes with the answer. */
  private List<Block> guidance(ExpertQuestion question) {
    return question.answer().flatMap(ExpertAnswer::guidance).stream()
        .<Block>map(section ->
            new Block.Choices(
                wording.words("expert.guidance"),
                List.of(new Button(section.title(), new Action.Ask(section.title())))))
        .toList();
  }

  private List<Text.Span> state(ExpertQuestion question, Address reader, String keys) {
    List<Text.Span> line = new ArrayList<>();
    String at = TIME.format(question.answer().map(ExpertAnswer::at).orElse(question.askedAt()));
    line.addAll(
        Text.markdown(wording.words(keys + question.state().id(), Map.of("time", at))).spans());
    boolean isSomebodys = question.state() == State.CLAIMED || question.answer().isPresent();
    if (isSomebodys && question.expert().isPresent()) {
      line.add(new Text.Plain(" " + wording.words("expert.by") + " "));
      line.addAll(colleagues.text(reader, question.expert().get()).spans());
    }
    return line;
  }

  private List<Text.Span> from(ExpertQuestion question, Address reader) {
    Optional<Address> named = question.asker().filter(_ -> question.isNamed());
    List<Text.Span> line = new ArrayList<>();
    line.add(new Text.Plain(wording.words(named.isPresent() ? "expert.from" : "expert.unnamed")));
    named.ifPresent(asker -> {
      line.add(new Text.Plain(" "));
      line.addAll(colleagues.text(reader, asker).spans());
    });
    return line;
  }

  private List<Button> expertsButtons(ExpertQuestion question) {
    String id = question.id();
    Button close = press(ExpertButton.CLOSE, id);
    Button draft = press(ExpertButton.DRAFT, id);
    return switch (question.state()) {
      case OPEN -> List.of(press(ExpertButton.CLAIM, id), close);
      case CLAIMED ->
          List.of(
              new Button(
                  wording.words("expert.button.answer"), new Action.Open(ExpertAnswerForm.ID, id)),
              press(ExpertButton.HAND_BACK, id),
              close);
      case ANSWERED -> List.of(draft, close);
      case CLOSED -> question.answer().isPresent() ? List.of(draft) : List.of();
    };
  }

  private List<Button> askersButtons(ExpertQuestion question) {
    return switch (question.state()) {
      case OPEN, CLAIMED -> List.of(press(ExpertButton.WITHDRAW, question.id()));
      case ANSWERED -> List.of(press(ExpertButton.THANK, question.id()));
      case CLOSED -> List.of();
    };
  }

  private Button press(ExpertButton button, String question) {
    return new Button(
        wording.words("expert.button." + button.name().toLowerCase(Locale.ROOT).replace('_', '-')),
        new Action.Press(button.id(), question));
  }

  private static List<Block> choices(List<Button> buttons) {
    return buttons.isEmpty() ? List.of() : List.of(new Block.Choices("", buttons));
  }

  private static Block paragraph(List<Text.Span> spans) {
    return new Block.Paragraph(new Text(spans));
  }

  private Block note(Tone tone, String key) {
    return new Block.Note(tone, wording.text(key));
  }
}
