package org.rapport.bot.channel.slack;

import java.util.Optional;
import org.rapport.bot.channel.Address;
import org.rapport.bot.channel.Rated;
import org.rapport.bot.channel.SendResult;
import org.rapport.bot.channel.SentAnswers;
import org.rapport.bot.conversation.FormReply;
import org.rapport.bot.conversation.FormStep;
import org.rapport.bot.conversation.Incoming;
import org.rapport.bot.conversation.Reply;
import org.rapport.bot.conversation.Responder;
import org.rapport.bot.message.Message;

/** Asks the coach and sends what it says to where it may be seen. */
final class SlackReplies {
  private final Responder coach;
  private final SlackMessenger messenger;
  private final SlackUploads uploads;
  private final SentAnswers answers = new SentAnswers();

  SlackReplies(Responder coach, SlackMessenger messenger, SlackUploads uploads) {
    this.coach = coach;
    this.messenger = messenger;
    this.uploads = uploads;
  }

  /** What the coach says, which is kept for a while, so that it can be updated in place. */
  Reply ask(Incoming incoming) {
    Reply reply = coach.reply(incoming);
    Rated.id(reply.message())
        .ifPresent(id -> answers.remember(key(incoming.from(), id), reply.message()));
    return reply;
  }

  /** What the coach does with a form; an answer is kept as one that was asked for. */
  FormReply reply(FormStep step) {
    FormReply reply = coach.reply(step);
    if (reply instanceof Reply said) {
      Rated.id(said.message())
          .ifPresent(id -> answers.remember(key(step.from(), id), said.message()));
    }
    return reply;
  }

  /** Replies where others see it, unless the reply is for the asker's eyes only. */
  Reply reply(Incoming incoming, Destination.Channel open, Optional<String> existingThread) {
    Reply reply = ask(incoming);
    if (isDirectMessage(open.channel()) || !reply.privately()) {
      messenger.send(open, reply.message());
    } else {
      replyPrivately(incoming.from(), open.channel(), existingThread, reply);
    }
    sendFile(incoming.from(), reply);
    return reply;
  }

  /** Replies to the person who pressed a button, and to nobody else. */
  void reply(Incoming incoming, Destination.ResponseUrl url) {
    Reply reply = ask(incoming);
    send(reply, url);
    sendFile(incoming.from(), reply);
  }

  /** Sends the words of a reply; its file, if there is one, goes by {@link #sendFile}. */
  void send(Reply reply, Destination.ResponseUrl url) {
    messenger.send(url, reply.message());
  }

  /** A reply as its asker alone sees it. */
  SlackMessage drawn(Reply reply) {
    return messenger.forOne(reply.message());
  }

  /** Whatever place the reply goes to, its file goes to the person alone; as words, if it must. */
  void sendFile(Address to, Reply reply) {
    reply
        .file()
        .filter(file -> !uploads.toPerson(to, file))
        .ifPresent(file -> messenger.send(Destination.Channel.directlyTo(to), reply.inWords()));
  }

  /**
   * Thanks for a view of an answer: in place of the feedback buttons where nobody else may want
   * them, otherwise to that person alone.
   */
  void rated(Incoming.Rated rated, boolean inPublic, Destination.ResponseUrl url) {
    Message thanks = coach.reply(rated).message();
    Optional<Message> answer = answers.find(key(rated.from(), rated.answer()));
    if (answer.isPresent() && !inPublic) {
      messenger.replace(url, Rated.answer(answer.get(), thanks));
    } else {
      messenger.send(url, thanks);
    }
  }

  /** Thanks for a view of an answer, in the answer if it is still known. */
  Message rated(Incoming.Rated rated) {
    Message thanks = coach.reply(rated).message();
    return answers
        .find(key(rated.from(), rated.answer()))
        .map(answer -> Rated.answer(answer, thanks))
        .orElse(thanks);
  }

  /** What came of a press: in place, unless others may want to press as well. */
  void pressed(Incoming.Pressed pressed, Destination.ResponseUrl url) {
    Reply reply = ask(pressed);
    if (pressed.inPublic() || reply.besides()) {
      messenger.send(url, reply.message());
    } else {
      messenger.replace(url, reply.message());
    }
    sendFile(pressed.from(), reply);
  }

  /** Whether only the person and the bot are there; Slack's ids say so by their first letter. */
  static boolean isDirectMessage(String channel) {
    return channel.startsWith("D");
  }

  /** An answer of the workspace; another's with the same id, forged or not, is not found. */
  private static String key(Address from, String answer) {
    return from.workspace() + '\n' + answer;
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
      messenger.send(Destination.Channel.directlyTo(to), reply.message());
    }
  }
}
