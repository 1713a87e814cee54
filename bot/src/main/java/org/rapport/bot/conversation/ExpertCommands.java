package org.rapport.bot.conversation;

import java.util.ArrayList;
import java.util.List;
import org.rapport.bot.channel.Address;
import org.rapport.bot.expert.ExpertDesk;
import org.rapport.bot.message.Block;
import org.rapport.bot.message.Message;

/** Questions to experts, asked for in words: to ask one, or to see how far all are. */
public final class ExpertCommands {
  /** Of a kind; more would not fit one message. */
  private static final int MOST_SHOWN = 5;

  private final ExpertDesk desk;
  private final Wording wording;
  private final CommandMessages brief;
  private final ExpertMessages messages;

  public ExpertCommands(ExpertDesk desk, Wording wording) {
    this.desk = desk;
    this.wording = wording;
    this.brief = new CommandMessages(wording);
    this.messages = new ExpertMessages(wording);
  }

  /** A button that opens the form. */
  Message offer() {
    return messages.offer();
  }

  /** What waits for them as an expert, and what they asked themselves. */
  Message show(Address from) {
    List<Block> blocks = new ArrayList<>();
    desk.waiting(from).stream()
        .limit(MOST_SHOWN)
        .forEach(each -> blocks.addAll(messages.forExperts(each, from).blocks()));
    desk.asked(from).stream()
        .limit(MOST_SHOWN)
        .forEach(each -> blocks.addAll(messages.forAsker(each, from).blocks()));
    return blocks.isEmpty()
        ? brief.brief("expert.none")
        : new Message(wording.words("expert.list.summary"), blocks);
  }
}
