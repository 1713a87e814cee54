package org.rapport.bot.delivery;

import java.time.Instant;
import java.util.UUID;

/**
 * Makes ids of deliveries: random after their time (UUID version 7, RFC 9562), so that those that
 * are planned together stand together in the index, and planning writes few of its pages.
 */
final class DeliveryId {
  private static final long VERSION = 0x7000L;
  private static final long RANDOM_OF_FIRST_HALF = 0x0FFFL;

  private DeliveryId() {}

  static String at(Instant now) {
    UUID random = UUID.randomUUID();
    long first =
        (now.toEpochMilli() << Short.SIZE)
            | VERSION
            | (random.getMostSignificantBits() & RANDOM_OF_FIRST_HALF);
    return new UUID(first, random.getLeastSignificantBits()).toString();
  }
}
