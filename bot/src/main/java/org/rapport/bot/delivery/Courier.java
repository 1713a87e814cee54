package org.rapport.bot.delivery;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.rapport.bot.channel.Channel;
import org.rapport.bot.channel.SendResult;
import org.rapport.bot.delivery.Composer.Composed;
import org.rapport.bot.message.Message;
import org.rapport.bot.store.StoreAway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Composes one message, hands it to its channel and says what came of it. */
final class Courier {
  private static final Logger log = LoggerFactory.getLogger(Courier.class);

  /** A message whose reply was lost may arrive a little later. */
  static final Duration ASK_AFTER = Duration.ofMinutes(1);

  private static final Duration SHORTEST_PAUSE = Duration.ofSeconds(1);
  static final Duration LONGEST_PAUSE = Duration.ofHours(1);

  private final Composer composer;
  private final Backoff backoff;
  private final InstantSource clock;
  private final Set<String> underway = ConcurrentHashMap.newKeySet();

  Courier(Composer composer, Backoff backoff, InstantSource clock) {
    this.composer = composer;
    this.backoff = backoff;
    this.clock = clock;
  }

  /** Sends at most once, and never throws. */
  Outcome bring(Claimed claimed, Channel channel) {
    try {
      return switch (composer.compose(claimed.delivery())) {
        case Composed.Ready ready -> send(claimed, ready.message(), channel);
        case Composed.Nothing nothing -> new Outcome.Skipped(nothing.reason());
      };
    } catch (StoreAway away) {
      return new Outcome.Wait(clock.instant().plus(SHORTEST_PAUSE));
    } catch (RuntimeException uncomposed) {
      log.error(
          "Delivery {} could not be composed: {}",
          claimed.delivery().id(),
          uncomposed.getClass().getName());
      return backoff.after(claimed, "not_composed", clock.instant());
    }
  }

  /** Whether a delivery is on its way at this moment, whatever a clock says. */
  boolean isUnderway(String delivery) {
    return underway.contains(delivery);
  }

  private Outcome send(Claimed claimed, Message message, Channel channel) {
    Delivery delivery = claimed.delivery();
    underway.add(delivery.id());
    try {
      return outcome(claimed, channel.send(delivery.address(), message, delivery.id()));
    } catch (RuntimeException broken) {
      // It may have gone out before.
      log.error("Sending {} broke: {}", delivery.id(), broken.getClass().getName());
      return lost("broke");
    } finally {
      underway.remove(delivery.id());
    }
  }

  private Outcome outcome(Claimed claimed, SendResult result) {
    return switch (result) {
      case SendResult.Sent sent -> new Outcome.Sent(sent.reference());
      case SendResult.Refused refused -> new Outcome.Refused(refused.reason());
      case SendResult.Gone gone -> new Outcome.Gone(gone.reason());
      case SendResult.Throttled throttled ->
          new Outcome.Throttled(until(throttled.after(), clock.instant()));
      case SendResult.Failed failed -> backoff.after(claimed, failed.reason(), clock.instant());
      case SendResult.Unconfirmed lost -> lost(lost.reason());
    };
  }

  private Outcome lost(String reason) {
    return new Outcome.Lost(reason, clock.instant().plus(ASK_AFTER));
  }

  /** When a workspace may be written to again that asked to be left alone for so long. */
  static Instant until(Duration asked, Instant now) {
    Duration longest = asked.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : asked;
    Duration pause = longest.compareTo(SHORTEST_PAUSE) < 0 ? SHORTEST_PAUSE : longest;
    return now.plus(pause);
  }
}
