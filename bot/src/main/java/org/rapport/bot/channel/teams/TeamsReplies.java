package org.rapport.bot.channel.teams;

import com.microsoft.bot.builder.TurnContext;
import com.microsoft.bot.schema.Activity;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
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
  private final SentAnswers answers = new SentAnswers();

  TeamsReplies(Responder coach, TeamsSender sender) {
    this.coach = coach;
    this.sender = sender;
  }

  /** Replies where the turn is, or to its sender alone if others could read it there. */
  void reply(TurnContext turn, Incoming incoming, boolean inPublic) {
    Reply reply = coach.reply(incoming);
    if (reply.privately() && inPublic) {
      // Whatever comes of it, nothing is said in public.
      sender.privately(turn, reply.inWords());
    } else {
      say(turn, reply);
    }
  }

  /** Says it where the turn is. */
  void say(TurnContext turn, Reply reply) {
    Message message = reply.inWords();
    if (sender.reply(turn, message) instanceof SendResult.Sent done) {
      answers.remember(key(turn.getActivity(), done.reference()), message);
    }
  }

  /** The answer whose button was pressed, unless it is forgotten. */
  Optional<Message> pressed(Activity press) {
    @Nullable String messageId = press.getReplyToId();
    return messageId == null ? Optional.empty() : answers.find(key(press, messageId));
  }

  /** Teams names a thread or its channel in a conversation id; the message is the same. */
  private static String key(Activity where, String messageId) {
    return where.getConversation().getId().split(";messageid=", 2)[0] + '\n' + messageId;
  }
}
