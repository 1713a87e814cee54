package org.rapport.bot.conversation;

import java.time.Instant;
import org.rapport.bot.channel.Address;
import org.rapport.bot.channel.Place;
import org.rapport.bot.channel.SendResult;
import org.rapport.bot.channel.Sighting;
import org.rapport.bot.message.Message;

/** Tells somebody something where they did not just write; each channel has its own way. */
@FunctionalInterface
public interface Notices {
  /** What a channel says that cannot post what is changed later. */
  SendResult UNABLE = new SendResult.Refused("cannot_post");

  /** Sends it there if that can be; never throws for anything that a channel does. */
  void tell(Address to, Message message);

  /**
   * Posts what may be changed later; never throws for anything that a channel does.
   *
   * @param id goes out with the message where the channel has a place for it, for {@link #find}
   * @return if it is sent, with the reference for {@link #update}
   */
  default SendResult post(Place where, Message message, String id) {
    return UNABLE;
  }

  /**
   * Asks the channel whether a message was posted there; never throws for anything that it does.
   *
   * @param since when it was posted at the earliest
   * @return if it is seen, with the reference for {@link #update}
   */
  default Sighting find(Place where, String id, Instant since) {
    return new Sighting.CannotTell();
  }

  /**
   * Puts a message in the place of one that was posted there; never throws for anything that a
   * channel does.
   *
   * @param reference as {@link #post} gave it
   */
  default SendResult update(Place where, String reference, Message message) {
    return UNABLE;
  }
}
