package org.rapport.bot.channel;

import java.time.Instant;
import org.rapport.bot.message.Message;

/** Where people can be written to unasked. Both calls block and may come from many threads. */
public interface Channel {

  /**
   * Sends once, without waiting for limits or trying again; never throws for anything that the
   * platform does.
   *
   * @param deliveryId goes out with the message where the platform has a place for it
   */
  SendResult send(Address to, Message message, String deliveryId);

  /**
   * Asks the platform whether a message went out; never throws for anything that it does.
   *
   * @param since when it was sent at the earliest
   */
  Sighting find(Address to, String deliveryId, Instant since);
}
