package org.rapport.bot.channel.teams;

import com.microsoft.bot.builder.TurnContext;
import com.microsoft.bot.schema.Activity;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rapport.bot.channel.Rated;
import org.rapport.bot.channel.SendResult;
import org.rapport.bot.channel.SentAnswers;
import org.rapport.bot.conversation.Incoming;
import org.rapport.bot.conversation.Reply;
import org.rapport.bot.conversation.Responder;
import org.rapport.bot.message.Message;

/** Asks the coach and says what it says where it may be seen. */
final class TeamsReplies {
  private final Responder coach;
  private final TeamsSender sender;
  private final TypingWhileSlow typing;
  private final FileOffers offers;
  private final RatedMessages rated;
  private final SentAnswers answers = new SentAnswers();

  TeamsReplies(
      Responder coach,
      TeamsSender sender,
      TypingWhileSlow typing,
      FileOffers offers,
      RatedMessages rated) {
    this.coach = coach;
    this.sender = sender;
    this.typing = typing;
    this.offers = offers;
    this.rated = rated;
  }

  /** Replies where the turn is, or to its sender alone if others could read it there. */
  void reply(TurnContext turn, Incoming incoming, boolean inPublic) {
    Reply reply = typing.until(turn, () -> coach.reply(incoming));
    reply(turn, reply, inPublic);
    if (!isForSenderAlone(reply, inPublic)) {
      offers.offer(turn, incoming, reply);
    }
    if (reply.greets() && !inPublic) {
      sender.suggest(turn, coach.reply(new Incoming.BeganChat(incoming.from())).message());
    }
  }

  /** Says it where the turn is, or to its sender alone if others could read it there. */
  void reply(TurnContext turn, Reply reply, boolean inPublic) {
    if (isForSenderAlone(reply, inPublic)) {
      // Whatever comes of it, nothing is said in public.
      sender.privately(turn, reply.inMessages());
    } else {
      say(turn, reply.message());
    }
  }

  /** Says it where the turn is. */
  void say(TurnContext turn, Message message) {
    if (sender.reply(turn, message) instanceof SendResult.Sent done) {
      String key = key(turn.getActivity(), done.reference());
      answers.remember(key, message);
      Rated.id(message).ifPresent(answer -> rated.remember(key, answer));
    }
  }

  /** The answer whose button was pressed, unless it is forgotten. */
  Optional<Message> pressed(Activity press) {
    @Nullable String messageId = press.getReplyToId();
    return messageId == null ? Optional.empty() : answers.find(key(press, messageId));
  }

  /** The id of the answer that is rated, also if another server gave it. */
  Optional<String> ratedAnswer(Activity rating) {
    @Nullable String messageId = rating.getReplyToId();
    return messageId == null
        ? Optional.empty()
        : pressed(rating).flatMap(Rated::id).or(() -> rated.find(key(rating, messageId)));
  }

  private static boolean isForSenderAlone(Reply reply, boolean inPublic) {
    return reply.privately() && inPublic;
  }

  private static String key(Activity where, String messageId) {
    return TeamsPeople.chat(where) + '\n' + messageId;
  }
}
