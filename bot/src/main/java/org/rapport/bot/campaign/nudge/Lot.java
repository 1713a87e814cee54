package org.rapport.bot.campaign.nudge;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;

/**
 * Draws lots that come out the same for a person and a week, on every machine.
 *
 * @param person their id
 * @param week its Monday
 */
record Lot(String person, LocalDate week) {
  private static final double RANGE = 0x1p53;

  static Lot of(Reader reader, LocalDate on) {
    return new Lot(reader.id(), on.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)));
  }

  /**
   * The higher, the better. Over many weeks, whatever weighs twice as much wins twice as often
   * (Efraimidis and Spirakis 2006, weighted random sampling).
   *
   * @param weight above 0
   */
  double draw(String item, double weight) {
    return Math.log(uniform(item)) / weight;
  }

  /** Above 0 and up to 1. */
  private double uniform(String item) {
    String drawn = String.join("\n", person, week.toString(), item);
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(drawn.getBytes(StandardCharsets.UTF_8));
      return ((ByteBuffer.wrap(hash).getLong() >>> 11) + 1) / RANGE;
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Every Java has SHA-256", impossible);
    }
  }
}
