package org.rapport.bot.channel.teams;

import java.time.Instant;
import org.rapport.bot.channel.Address;
import org.rapport.bot.channel.Channel;
import org.rapport.bot.channel.SendResult;
import org.rapport.bot.channel.Sighting;
import org.rapport.bot.message.Message;

/** Nudges in Teams: each is sent once, and whoever sends decides what comes of a failure. */
final class TeamsDelivery implements Channel {
  private final UnaskedMessages once;

  TeamsDelivery(UnaskedMessages once) {
    this.once = once;
  }

  /** Teams has no place for the id that comes back. */
  @Override
  public SendResult send(Address to, Message message, String deliveryId) {
    return once.send(to, message);
  }

  /** A bot cannot read a chat's history. */
  @Override
  public Sighting find(Address to, String deliveryId, Instant since) {
    return new Sighting.CannotTell();
  }
}
