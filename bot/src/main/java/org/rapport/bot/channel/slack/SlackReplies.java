package org.rapport.bot.channel.slack;

import java.util.Optional;
import java.util.function.Function;
import org.rapport.bot.channel.Address;
import org.rapport.bot.channel.SendResult;
import org.rapport.bot.conversation.Incoming;
import org.rapport.bot.conversation.Reply;

/** Asks the coach and sends what it says to where it may be seen. */
final class SlackReplies {
  private final Function<Incoming, Reply> coach;
  private final SlackMessenger messenger;

  SlackReplies(Function<Incoming, Reply> coach, SlackMessenger messenger) {
    this.coach = coach;
    this.messenger = messenger;
  }

  /** Replies where others see it, unless the reply is for the asker's eyes only. */
  void reply(Incoming incoming, Destination.Channel open, Optional<String> existingThread) {
    Reply reply = coach.apply(incoming);
    if (isDirectMessage(open.channel()) || !reply.privately()) {
      messenger.send(open, reply.message());
    } else {
      replyPrivately(incoming.from(), open.channel(), existingThread, reply);
    }
  }

  /** Replies to the person who pressed a button, and to nobody else. */
  void reply(Incoming incoming, Destination.ResponseUrl url) {
    messenger.send(url, coach.apply(incoming).message());
  }

  /** Whether only the person and the bot are there; Slack's ids say so by their first letter. */
  static boolean isDirectMessage(String channel) {
    return channel.startsWith("D");
  }

  /**
   * In the channel but seen by one person; as a direct message where that cannot be. A thread must
   * exist already, or Slack would not show it.
   */
  private void replyPrivately(Address to, String channel, Optional<String> thread, Reply reply) {
    SendResult result =
        messenger.send(
            new Destination.OnlyFor(to.workspace(), to.user(), channel, thread), reply.message());
    if (result instanceof SendResult.Refused) {
      messenger.send(
          new Destination.Channel(to.workspace(), to.user(), Optional.empty()), reply.message());
    }
  }
}
