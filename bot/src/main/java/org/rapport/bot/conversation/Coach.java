package org.rapport.bot.conversation;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.rapport.bot.channel.Address;
import org.rapport.bot.conversation.privacy.PersonalData;
import org.rapport.bot.message.Message;
import org.rapport.bot.people.People;
import org.rapport.bot.store.StoreAway;
import org.rapport.knowledge.Answer;
import org.rapport.knowledge.Knowledge;
import org.rapport.knowledge.Question;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The coach: takes what came in from any channel and says what to reply. */
public final class Coach implements Responder {
  private static final Logger log = LoggerFactory.getLogger(Coach.class);

  /** How many times the limit a person is still listened to, for signs of distress. */
  private static final int HEARD = 5;

  private final Knowledge knowledge;
  private final People people;
  private final QuestionLog questions;
  private final Documents documents;
  private final Commands commands;
  private final Controls controls;
  private final HomePage home;
  private final MeterRegistry meters;
  private final AnswerMessages answers;
  private final CoachMessages messages;
  private final ReplyAdvice replies;
  private final AskLimit limit;
  private final AskLimit listening;
  private final FollowUpMemory memory;

  /**
   * @param asksPerMinute how many questions a person may ask in a minute; 0 for no limit
   */
  public Coach(
      Knowledge knowledge,
      People people,
      QuestionLog questions,
      Documents documents,
      Commands commands,
      Controls controls,
      HomePage home,
      Wording wording,
      int asksPerMinute,
      InstantSource clock,
      MeterRegistry meters) {
    this.knowledge = knowledge;
    this.people = people;
    this.questions = questions;
    this.documents = documents;
    this.commands = commands;
    this.controls = controls.and(new AskForm(this::reply, wording));
    this.home = home;
    this.meters = meters;
    this.answers = new AnswerMessages(wording);
    this.messages = new CoachMessages(wording);
    this.replies = new ReplyAdvice(knowledge, wording);
    this.limit = new AskLimit(asksPerMinute, clock);
    this.listening = new AskLimit(asksPerMinute * HEARD, clock);
    this.memory = new FollowUpMemory(clock);
  }

  /** Never throws for anything that a person typed or pressed. */
  @Override
  public Reply reply(Incoming incoming) {
    try {
      return switch (incoming) {
        case Incoming.Asked asked ->
            told(asked).orElseGet(() -> introduced(asked.from(), asked(asked)));
        case Incoming.Gave gave -> introduced(gave.from(), gave(gave));
        case Incoming.Rated rated -> rated(rated);
        case Incoming.WantedAll wanted -> whole(wanted);
        case Incoming.Pressed pressed -> pressed(pressed);
        case Incoming.OpenedHome opened -> new Reply(home.page(opened.from()), true);
        case Incoming.BeganChat began ->
            introduced(began.from(), new Reply(home.greeting(began.from()), false));
        case Incoming.WantedToShare wanted -> shared(wanted);
        case Incoming.WantedReply wanted -> introduced(wanted.from(), advice(wanted));
        case Incoming.FormUnshown _ -> new Reply(messages.brief("form.unshown"), true);
        case Incoming.Arrived arrived ->
            introduced(arrived.from(), Reply.greeting(messages.help()));
      };
    } catch (Knowledge.NoIndex notYet) {
      return new Reply(messages.brief("starting"), false);
    } catch (StoreAway away) {
      return new Reply(messages.brief("away"), true);
    } catch (RuntimeException broken) {
      log.error("Could not reply on {}", incoming.from().channel().id(), new WithoutWords(broken));
      return new Reply(messages.brief("broken"), false);
    }
  }

  /** Never throws for anything that a person typed or pressed. */
  @Override
  public FormReply reply(FormStep step) {
    try {
      // What is asked in a form is counted, and listened to, like any other question.
      return AskForm.isOf(step) || limit.allows(step.from())
          ? controls.reply(step)
          : new Reply(messages.brief("busy"), true);
    } catch (StoreAway away) {
      return new Reply(messages.brief("away"), true);
    } catch (RuntimeException broken) {
      log.error("No form on {}", step.from().channel().id(), new WithoutWords(broken));
      return new Reply(messages.brief("broken"), true);
    }
  }

  /** Forgets what was asked in conversations that have gone quiet; a thread calls this often. */
  public void forgetOld() {
    memory.forgetOld();
  }

  /** What somebody told the coach to do is done, and is no moment for an introduction. */
  private Optional<Reply> told(Incoming.Asked asked) {
    return CommandReader.read(asked)
        .flatMap(command ->
            limit.allows(asked.from())
                ? distressIn(asked, command)
                    .or(() -> commands.reply(asked, command, memory::forget))
                : Optional.of(overTheLimit(asked)));
  }

  /** Of all commands only a post to check is in a person's own words. */
  private Optional<Reply> distressIn(Incoming.Asked asked, Command command) {
    return command instanceof Command.CheckPost ? distress(asked) : Optional.empty();
  }

  private Reply asked(Incoming.Asked asked) {
    if (!limit.allows(asked.from())) {
      return overTheLimit(asked);
    }
    return switch (Smalltalk.of(asked.text())) {
      case HELP -> Reply.greeting(messages.help());
      case ABOUT -> new Reply(messages.about(), false);
      case PRIVACY -> new Reply(messages.privacy(asked.from().channel()), false);
      case FOREIGN -> new Reply(messages.brief("foreign"), false);
      case THANKS -> new Reply(messages.brief("thanks"), false);
      case EMPTY -> new Reply(messages.brief("empty"), false);
      case QUESTION -> answered(asked);
    };
  }

  private Reply overTheLimit(Incoming.Asked asked) {
    return distress(asked).orElseGet(() -> new Reply(messages.brief("busy"), true));
  }

  /** The words beside files are not taken for a question, unless they are words of distress. */
  private Reply gave(Incoming.Gave gave) {
    Incoming.Asked said = gave.said();
    if (!limit.allows(gave.from())) {
      return overTheLimit(said);
    }
    return distress(said)
        .orElseGet(() ->
            new Reply(
                said.inPublic()
                    ? messages.brief("documents.in-public")
                    : documents.take(gave.from(), gave.files()),
                false));
  }

  /** Somebody who asks for help in distress is answered, whatever else holds. */
  private Optional<Reply> distress(Incoming.Asked asked) {
    Timer.Sample sample = Timer.start(meters);
    if (!asked.text().isBlank() && listening.allows(asked.from())) {
      PersonalData words = words(asked);
      if (ask(asked.from(), new Question(words.spoken())) instanceof Answer.Urgent urgent) {
        return Optional.of(answered(asked, words, urgent, sample));
      }
    }
    return Optional.empty();
  }

  private Reply answered(Incoming.Asked asked) {
    Timer.Sample sample = Timer.start(meters);
    PersonalData words = words(asked);
    Answer answer = ask(asked.from(), new Question(words.spoken(), before(asked)));
    return answered(asked, words, answer, sample);
  }

  /** What the asker asked here before; or else what was said in the thread. */
  private List<String> before(Incoming.Asked asked) {
    List<String> own = memory.before(asked);
    return own.isEmpty()
        ? asked.earlier().stream().map(said -> PersonalData.find(shortened(said)).spoken()).toList()
        : own;
  }

  private Reply pressed(Incoming.Pressed pressed) {
    return limit.allows(pressed.from())
        ? controls.reply(pressed)
        : new Reply(messages.brief("busy"), true);
  }

  /** The answer under a title, asked for again: it is nobody's new question, so none is noted. */
  private Reply whole(Incoming.WantedAll wanted) {
    if (!limit.allows(wanted.from())) {
      return new Reply(messages.brief("busy"), true);
    }
    Answer answer = ask(wanted.from(), new Question(shortened(wanted.title())));
    return new Reply(answers.message(answer, Optional.empty()), true);
  }

  /** An answer for others to read: only what anybody may, and nothing of what was asked. */
  private Reply shared(Incoming.WantedToShare wanted) {
    if (!limit.allows(wanted.from())) {
      return new Reply(messages.brief("busy"), true);
    }
    return ask(wanted.from(), new Question(shortened(wanted.title()))) instanceof Answer.Found found
            && found.title().equals(wanted.title())
            && !found.cautions().contains(Answer.Caution.LOCAL)
        ? new Reply(answers.shared(found, wanted.from()), false)
        : new Reply(messages.brief("share.gone"), true);
  }

  /** On what somebody else wrote: no question of the asker's, so it is not noted anywhere. */
  private Reply advice(Incoming.WantedReply wanted) {
    return new Reply(
        limit.allows(wanted.from())
            ? replies.on(organisation(wanted.from()), wanted.theirs())
            : messages.brief("busy"),
        true);
  }

  private Answer ask(Address from, Question question) {
    return knowledge.ask(organisation(from), question);
  }

  private String organisation(Address of) {
    return people.organisation(of).orElse(Knowledge.EVERYBODY);
  }

  /**
   * @param sample started when the answer began to be looked for
   */
  private Reply answered(
      Incoming.Asked asked, PersonalData words, Answer answer, Timer.Sample sample) {
    String channel = asked.from().channel().id();
    sample.stop(meters.timer("rapport.ask", "channel", channel));
    meters.counter("rapport.asks", "channel", channel, "outcome", Outcome.of(answer)).increment();
    boolean urgent = answer instanceof Answer.Urgent;
    // Words of distress are not kept at all, and this is no time to speak of data.
    PersonalData kept = urgent ? PersonalData.find("") : words;
    remember(asked, kept);
    commands.remember(asked.from(), kept, answer);
    Message message = answers.message(answer, note(asked, kept, answer));
    return new Reply(
        kept.worthATelling() ? messages.warned(message, kept.isDropped()) : message,
        urgent && asked.inPublic());
  }

  /** Remembers what was asked for a while; what may not be kept ends the conversation. */
  private void remember(Incoming.Asked asked, PersonalData words) {
    if (words.isDropped() || words.words().isEmpty()) {
      memory.forget(asked);
    } else {
      memory.add(asked, words.spoken());
    }
  }

  /** What they typed, as far as it is read, and the personal data in it. */
  private static PersonalData words(Incoming.Asked asked) {
    return PersonalData.find(shortened(asked.text()));
  }

  /** Notes the question without its asker. */
  private Optional<String> note(Incoming.Asked asked, PersonalData words, Answer answer) {
    Optional<String> reason =
        answer instanceof Answer.OutOfScope beyond
            ? Optional.of(beyond.reason().id())
            : Optional.empty();
    Optional<String> section =
        answer instanceof Answer.Found found ? Optional.of(found.section()) : Optional.empty();
    return people
        .organisation(asked.from())
        .flatMap(organisation ->
            questions.add(
                organisation,
                asked.from().channel(),
                words,
                Outcome.of(answer),
                reason,
                section,
                answer.confidence(),
                answer.generation()));
  }

  private static String shortened(String words) {
    return words.substring(0, Math.min(words.length(), Question.MAX_LENGTH));
  }

  private Reply rated(Incoming.Rated rated) {
    boolean kept =
        people
            .organisation(rated.from())
            .map(organisation -> rate(organisation, rated))
            .orElse(false);
    return new Reply(messages.rated(rated, kept), true);
  }

  private boolean rate(String organisation, Incoming.Rated rated) {
    return rated.right() || rated.words().isBlank()
        ? questions.rate(organisation, rated.answer(), rated.right())
        : questions.wrong(
            organisation,
            rated.answer(),
            WrongBecause.OTHER,
            PersonalData.find(shortened(rated.words())));
  }

  private Reply introduced(Address from, Reply reply) {
    if (!people.introduce(from)) {
      return reply;
    }
    return reply.saying(messages.introduced(reply.message(), from.channel()));
  }
}
