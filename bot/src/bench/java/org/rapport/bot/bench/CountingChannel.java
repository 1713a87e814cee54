package org.rapport.bot.bench;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.rapport.bot.channel.Address;
import org.rapport.bot.channel.Channel;
import org.rapport.bot.channel.SendResult;
import org.rapport.bot.channel.Sighting;
import org.rapport.bot.message.Message;

/** Takes everything at once, and counts it. */
final class CountingChannel implements Channel {
  private final AtomicInteger taken = new AtomicInteger();

  @Override
  public SendResult send(Address to, Message message, String deliveryId) {
    taken.incrementAndGet();
    return new SendResult.Sent(deliveryId);
  }

  @Override
  public Sighting find(Address to, String deliveryId, Instant since) {
    return new Sighting.CannotTell();
  }

  int taken() {
    return taken.get();
  }
}
