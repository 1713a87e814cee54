package org.rapport.bot.conversation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.rapport.bot.channel.Address;
import org.rapport.bot.message.Action;
import org.rapport.bot.message.Block;
import org.rapport.bot.message.Block.Button;
import org.rapport.bot.message.Block.Source;
import org.rapport.bot.message.Block.Tone;
import org.rapport.bot.message.Message;
import org.rapport.bot.message.Text;
import org.rapport.knowledge.Answer;
import org.rapport.knowledge.Answer.Caution;
import org.rapport.knowledge.Citation;

/** Puts an answer into a message, in no channel's form. */
public final class AnswerMessages {
  private final Wording wording;

  public AnswerMessages(Wording wording) {
    this.wording = wording;
  }

  /**
   * The message for an answer.
   *
   * @param record id under which the question was noted, for saying whether it was right
   */
  public Message message(Answer answer, Optional<String> record) {
    return switch (answer) {
      case Answer.Found found ->
          found.also().map(also -> both(found, also, record)).orElseGet(() -> found(found, record));
      case Answer.Unsure unsure -> unsure(unsure, record);
      case Answer.OutOfScope beyond -> beyond(beyond);
      case Answer.Urgent urgent -> urgent(urgent);
    };
  }

  /** An answer for others to read, with who shared it; it is nobody's question, so not rated. */
  Message shared(Answer.Found found, Address by) {
    Text who = new Colleagues(wording).orAddress(by, by);
    List<Text.Span> spans = new ArrayList<>(who.spans());
    spans.add(new Text.Plain(" " + wording.words("share.by")));
    return found(found, Optional.empty()).under(new Block.Paragraph(new Text(spans)));
  }

  private Message found(Answer.Found found, Optional<String> record) {
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Block.Heading(found.title()));
    found.correction().ifPresent(first -> blocks.add(new Block.Paragraph(Text.markdown(first))));
    blocks.add(new Block.Paragraph(Text.markdown(found.shortAnswer())));
    if (!found.steps().isEmpty()) {
      blocks.add(new Block.Steps(wording.words("answer.how"), texts(found.steps())));
    }
    if (!found.watchOuts().isEmpty()) {
      blocks.add(new Block.Bullets(wording.words("answer.watch-out"), texts(found.watchOuts())));
    }
    found
        .examplePost()
        .ifPresent(post ->
            blocks.add(new Block.Quote(wording.words("answer.example"), Text.markdown(post))));
    List<Source> sources = sources(found.citations().stream());
    blocks.addAll(cautions(found.cautions(), !sources.isEmpty()));
    if (!sources.isEmpty()) {
      blocks.add(new Block.Sources(sources));
    }
    if (!found.related().isEmpty()) {
      blocks.add(asks("answer.related", found.related()));
    }
    blocks.add(expert(record));
    record.ifPresent(id -> blocks.add(rate(id)));
    return new Message(found.title(), blocks, Optional.of(readAll(found.title())));
  }

  /** Two answers, each in short; the whole of each is one press away. */
  private Message both(Answer.Found first, Answer.Also second, Optional<String> record) {
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Block.Heading(first.title()));
    first.correction().ifPresent(it -> blocks.add(new Block.Paragraph(Text.markdown(it))));
    blocks.add(new Block.Paragraph(Text.markdown(first.shortAnswer())));
    blocks.addAll(cautions(first.cautions(), !sources(first.citations().stream()).isEmpty()));
    blocks.add(new Block.Heading(second.title()));
    blocks.add(new Block.Paragraph(Text.markdown(second.shortAnswer())));
    blocks.addAll(cautions(second.cautions(), !sources(second.citations().stream()).isEmpty()));
    List<Source> sources =
        sources(Stream.concat(first.citations().stream(), second.citations().stream()));
    if (!sources.isEmpty()) {
      blocks.add(new Block.Sources(sources));
    }
    blocks.add(asks("answer.more", List.of(first.title(), second.title())));
    blocks.add(expert(record));
    record.ifPresent(id -> blocks.add(rate(id)));
    return new Message(first.title(), blocks);
  }

  /** Our own advice rests on facts without a source; a document of theirs rests on itself. */
  private static List<Source> sources(Stream<Citation> citations) {
    return citations
        .filter(citation -> citation.url().isPresent() || citation.facts().isEmpty())
        .map(c -> new Source(c.source(), c.publisher(), c.date(), c.url()))
        .distinct()
        .toList();
  }

  private List<Block> cautions(List<Caution> cautions, boolean hasSources) {
    List<Block> notes = new ArrayList<>();
    for (Caution caution : cautions) {
      notes.add(
          switch (caution) {
            case CHECK_FIRST -> note(Tone.CAUTION, "answer.check-first");
            case OWN_ADVICE ->
                note(Tone.QUIET, hasSources ? "answer.partly-own-advice" : "answer.own-advice");
            case HISTORY -> note(Tone.QUIET, "answer.history");
            case LOCAL -> note(Tone.QUIET, "answer.local");
          });
    }
    return notes;
  }

  private Message unsure(Answer.Unsure unsure, Optional<String> record) {
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Block.Heading(wording.words("unsure.heading")));
    blocks.add(new Block.Paragraph(wording.text("unsure.words")));
    if (!unsure.closest().isEmpty()) {
      blocks.add(asks("unsure.closest", unsure.closest()));
    }
    blocks.add(expert(record));
    return new Message(wording.words("unsure.summary"), blocks);
  }

  private Message beyond(Answer.OutOfScope beyond) {
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Block.Heading(wording.words("beyond.heading")));
    blocks.add(new Block.Paragraph(Text.markdown(beyond.say())));
    if (!beyond.goTo().isEmpty()) {
      blocks.add(new Block.Bullets(wording.words("beyond.go-to"), texts(beyond.goTo())));
    }
    return new Message(wording.words("beyond.heading"), blocks);
  }

  private Message urgent(Answer.Urgent urgent) {
    return new Message(
        wording.words("urgent.heading"),
        List.of(
            new Block.Heading(wording.words("urgent.heading")),
            new Block.Note(Tone.URGENT, Text.markdown(urgent.say())),
            new Block.Bullets(wording.words("urgent.go-to"), texts(urgent.signposts()))));
  }

  /** Asks somebody who knows, with the words of this question if they are kept. */
  private Block expert(Optional<String> record) {
    return new Block.Choices(
        "",
        List.of(
            new Button(
                wording.words("expert.button.ask"),
                new Action.Open(ExpertAskForm.ID, record.orElse("")))));
  }

  private Block rate(String record) {
    return new Block.Choices(
        wording.words("answer.rate"),
        List.of(
            new Button(wording.words("answer.rate.yes"), new Action.Rate(record, true)),
            new Button(wording.words("answer.rate.no"), new Action.Rate(record, false))));
  }

  private Button readAll(String title) {
    return new Button(wording.words("answer.read-all"), new Action.ReadAll(title));
  }

  private Block asks(String title, List<String> questions) {
    return new Block.Choices(
        wording.words(title),
        questions.stream().map(q -> new Button(q, new Action.Ask(q))).toList());
  }

  private Block note(Tone tone, String key) {
    return new Block.Note(tone, wording.text(key));
  }

  private static List<Text> texts(List<String> markdown) {
    return markdown.stream().map(Text::markdown).toList();
  }
}
