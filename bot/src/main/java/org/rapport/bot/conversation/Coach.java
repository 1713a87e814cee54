package org.rapport.bot.conversation;

import org.rapport.bot.message.Block;
import org.rapport.bot.message.Message;
import org.rapport.bot.message.Text;
import org.rapport.knowledge.Knowledge;
import org.rapport.knowledge.Question;

/** The coach: takes what came in from any channel and says what to reply. */
public final class Coach {
  private final Knowledge knowledge;

  public Coach(Knowledge knowledge) {
    this.knowledge = knowledge;
  }

  /** What to say to this. Never throws for anything that a person typed. */
  public Reply reply(Incoming incoming) {
    return switch (incoming) {
      case Incoming.Asked asked ->
          new Reply(words(knowledge.ask(new Question(asked.text())).toString()), false);
      case Incoming.Rated rated -> new Reply(words("Thank you"), true);
      case Incoming.Arrived arrived -> new Reply(words("Hello"), false);
    };
  }

  private static Message words(String words) {
    return new Message(words, java.util.List.of(new Block.Paragraph(Text.plain(words))));
  }
}
