package org.rapport.bot.conversation;

import org.rapport.bot.channel.Address;
import org.rapport.bot.message.Message;

/** Tells somebody something where they did not just write; each channel has its own way. */
@FunctionalInterface
public interface Notices {

  /** Sends it there if that can be; never throws for anything that a channel does. */
  void tell(Address to, Message message);
}
