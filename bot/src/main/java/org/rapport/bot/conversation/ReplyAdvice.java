package org.rapport.bot.conversation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.rapport.bot.conversation.privacy.PersonalData;
import org.rapport.bot.message.Action;
import org.rapport.bot.message.Block;
import org.rapport.bot.message.Block.Button;
import org.rapport.bot.message.Block.Tone;
import org.rapport.bot.message.Message;
import org.rapport.bot.message.Text;
import org.rapport.knowledge.Answer;
import org.rapport.knowledge.Citation;
import org.rapport.knowledge.Knowledge;
import org.rapport.knowledge.Question;

/**
 * "How might I reply?": to a message that somebody else wrote, the guidance that fits it, a reply
 * to adapt, and what to check first. The message is only ever read, masked of personal data: it is
 * not shown again and not kept.
 */
final class ReplyAdvice {
  private final Knowledge knowledge;
  private final Wording wording;

  ReplyAdvice(Knowledge knowledge, Wording wording) {
    this.knowledge = knowledge;
    this.wording = wording;
  }

  /**
   * The advice on replying to a message.
   *
   * @param organisation whose guidance is read beside what is for everybody
   * @param theirs the words of the message, of any length
   * @throws Knowledge.NoIndex while there is no guidance
   */
  Message on(String organisation, String theirs) {
    String read = theirs.substring(0, Math.min(theirs.length(), Question.MAX_LENGTH));
    if (read.codePoints().noneMatch(Character::isLetterOrDigit)) {
      return plain("reply.empty");
    }
    String masked = PersonalData.find(read).spoken();
    Answer nearest = knowledge.ask(organisation, new Question(masked));
    ReplyKind kind = ReplyKind.of(masked).orElseGet(() -> kind(nearest));
    return section(organisation, kind.guidance())
        .map(found -> advice(kind, found, checks(organisation, kind, nearest)))
        .orElseGet(() -> plain("reply.none"));
  }

  private static ReplyKind kind(Answer nearest) {
    if (nearest instanceof Answer.Urgent) {
      return ReplyKind.DANGER;
    }
    return nearest.passages().stream()
        .flatMap(passage -> ReplyKind.guidedBy(passage.title()).stream())
        .findFirst()
        .orElse(ReplyKind.CRITICISM);
  }

  private Message advice(ReplyKind kind, Answer.Found found, List<Answer.Found> others) {
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Block.Heading(wording.words("reply.heading")));
    blocks.add(new Block.Note(Tone.QUIET, wording.text("reply.kind." + kind.id())));
    blocks.add(new Block.Paragraph(cited(found.shortAnswer(), found)));
    blocks.add(pattern(found));
    blocks.add(new Block.Bullets(wording.words("reply.check"), points(found, others)));
    blocks.add(new Block.Note(Tone.QUIET, wording.text("reply.kept")));
    blocks.add(more(found, others));
    return new Message(wording.words("reply.summary"), blocks);
  }

  private Block pattern(Answer.Found found) {
    return found
        .examplePost()
        .<Block>map(post -> new Block.Quote(wording.words("reply.pattern"), Text.markdown(post)))
        .orElseGet(() -> new Block.Note(Tone.CAUTION, wording.text("reply.no-pattern")));
  }

  private List<Text> points(Answer.Found found, List<Answer.Found> others) {
    return Stream.concat(
            others.stream().map(other -> cited(other.shortAnswer(), other)),
            found.watchOuts().stream().map(point -> cited(point, found)))
        .toList();
  }

  /** A point with the source that its section rests on most. */
  private Text cited(String point, Answer.Found section) {
    List<Text.Span> spans = new ArrayList<>(Text.markdown(point).spans());
    spans.add(new Text.Plain(" ("));
    spans.add(section.citations().stream().findFirst().map(this::source).orElseGet(this::ours));
    spans.add(new Text.Plain(")"));
    return new Text(spans);
  }

  /** Without an address it is a document of their organisation, or Rapport's own advice. */
  private Text.Span source(Citation citation) {
    return citation
        .url()
        .<Text.Span>map(url -> new Text.Link(citation.source(), url))
        .orElseGet(() -> citation.facts().isEmpty() ? new Text.Plain(citation.source()) : ours());
  }

  private Text.Span ours() {
    return new Text.Plain(wording.words("reply.own-advice"));
  }

  private Block more(Answer.Found found, List<Answer.Found> others) {
    return new Block.Choices(
        wording.words("reply.more"),
        Stream.concat(Stream.of(found), others.stream())
            .map(Answer.Found::title)
            .map(title -> new Button(title, new Action.Ask(title)))
            .toList());
  }

  /** Where somebody may be in distress, that is to be checked before all else. */
  private List<Answer.Found> checks(String organisation, ReplyKind kind, Answer nearest) {
    Stream<String> first =
        nearest instanceof Answer.Urgent && kind != ReplyKind.DANGER
            ? Stream.of(ReplyKind.DANGER.guidance())
            : Stream.of();
    return Stream.concat(first, kind.checks().stream())
        .flatMap(title -> section(organisation, title).stream())
        .toList();
  }

  private Optional<Answer.Found> section(String organisation, String title) {
    return knowledge.ask(organisation, new Question(title)) instanceof Answer.Found found
        ? Optional.of(found)
        : Optional.empty();
  }

  private Message plain(String name) {
    return new Message(
        wording.words(name + ".summary"),
        List.of(new Block.Paragraph(wording.text(name + ".words"))));
  }
}
