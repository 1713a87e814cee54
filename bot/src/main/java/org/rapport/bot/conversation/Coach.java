package org.rapport.bot.conversation;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.InstantSource;
import java.util.Optional;
import org.rapport.bot.channel.Address;
import org.rapport.bot.conversation.privacy.PersonalData;
import org.rapport.bot.message.Message;
import org.rapport.bot.people.People;
import org.rapport.knowledge.Answer;
import org.rapport.knowledge.Knowledge;
import org.rapport.knowledge.Question;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The coach: takes what came in from any channel and says what to reply. */
public final class Coach {
  private static final Logger log = LoggerFactory.getLogger(Coach.class);

  /** How many times the limit a person is still listened to, for signs of distress. */
  private static final int HEARD = 5;

  private final Knowledge knowledge;
  private final People people;
  private final QuestionLog questions;
  private final MeterRegistry meters;
  private final AnswerMessages answers;
  private final CoachMessages messages;
  private final AskLimit limit;
  private final AskLimit listening;

  /**
   * @param asksPerMinute how many questions a person may ask in a minute; 0 for no limit
   */
  public Coach(
      Knowledge knowledge,
      People people,
      QuestionLog questions,
      Wording wording,
      int asksPerMinute,
      InstantSource clock,
      MeterRegistry meters) {
    this.knowledge = knowledge;
    this.people = people;
    this.questions = questions;
    this.meters = meters;
    this.answers = new AnswerMessages(wording);
    this.messages = new CoachMessages(wording);
    this.limit = new AskLimit(asksPerMinute, clock);
    this.listening = new AskLimit(asksPerMinute * HEARD, clock);
  }

  /** What to say to this. Never throws for anything that a person typed or pressed. */
  public Reply reply(Incoming incoming) {
    try {
      return switch (incoming) {
        case Incoming.Asked asked -> introduced(asked.from(), asked(asked));
        case Incoming.Rated rated -> rated(rated);
        case Incoming.Arrived arrived ->
            introduced(arrived.from(), new Reply(messages.help(), false));
      };
    } catch (Knowledge.NoIndex notYet) {
      return new Reply(messages.brief("starting"), false);
    } catch (RuntimeException broken) {
      log.error("Could not reply on {}", incoming.from().channel().id(), new WithoutWords(broken));
      return new Reply(messages.brief("broken"), false);
    }
  }

  private Reply asked(Incoming.Asked asked) {
    if (!limit.allows(asked.from())) {
      return overTheLimit(asked);
    }
    return switch (Smalltalk.of(asked.text())) {
      case HELP -> new Reply(messages.help(), false);
      case THANKS -> new Reply(messages.brief("thanks"), false);
      case EMPTY -> new Reply(messages.brief("empty"), false);
      case QUESTION -> {
        Timer.Sample sample = Timer.start(meters);
        yield answered(asked, answer(asked), sample);
      }
    };
  }

  /** Somebody who asks for help in distress is answered all the same. */
  private Reply overTheLimit(Incoming.Asked asked) {
    Timer.Sample sample = Timer.start(meters);
    return listening.allows(asked.from()) && answer(asked) instanceof Answer.Urgent urgent
        ? answered(asked, urgent, sample)
        : new Reply(messages.brief("busy"), true);
  }

  private Answer answer(Incoming.Asked asked) {
    String organisation = people.organisation(asked.from()).orElse(Knowledge.EVERYBODY);
    return knowledge.ask(organisation, new Question(asked.text()));
  }

  /**
   * @param sample started when the answer began to be looked for
   */
  private Reply answered(Incoming.Asked asked, Answer answer, Timer.Sample sample) {
    String channel = asked.from().channel().id();
    sample.stop(meters.timer("rapport.ask", "channel", channel));
    meters.counter("rapport.asks", "channel", channel, "outcome", Outcome.of(answer)).increment();
    boolean urgent = answer instanceof Answer.Urgent;
    // Words of distress are not kept at all, and this is no time to speak of data.
    PersonalData words = PersonalData.find(urgent ? "" : shortened(asked.text()));
    Message message = answers.message(answer, note(asked, words, answer));
    return new Reply(
        words.worthATelling() ? messages.warned(message, words.isDropped()) : message,
        urgent && asked.inPublic());
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
            .map(organisation -> questions.rate(organisation, rated.answer(), rated.right()))
            .orElse(false);
    return new Reply(messages.rated(kept, rated.right()), true);
  }

  private Reply introduced(Address from, Reply reply) {
    if (!people.introduce(from)) {
      return reply;
    }
    Message message = messages.introduced(reply.message(), from.channel());
    return new Reply(message, reply.privately());
  }
}
