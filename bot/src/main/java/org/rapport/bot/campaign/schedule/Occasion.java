package org.rapport.bot.campaign.schedule;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.IsoFields;
import java.util.Optional;

/** One planned date of a campaign, the same for everybody before their zones are known. */
public sealed interface Occasion {
  /** Where a day begins first: Kiribati's Line Islands. */
  ZoneOffset EARLIEST_ZONE = ZoneOffset.ofHours(14);

  /**
   * One local time.
   *
   * @param zone in which it is meant; empty for each person's own
   */
  record At(LocalDateTime time, Optional<ZoneId> zone) implements Occasion {}

  /**
   * Everybody's own day and time in one week.
   *
   * @param monday its first day
   */
  record InWeek(LocalDate monday) implements Occasion {
    public InWeek {
      if (monday.getDayOfWeek() != DayOfWeek.MONDAY) {
        throw new IllegalArgumentException("Expected a Monday, found " + monday);
      }
    }
  }

  /** Names it among the occasions of its campaign: {@code 2027-03-28T09:00} or {@code 2027-W12}. */
  default String id() {
    return switch (this) {
      case At at -> at.time().toString();
      case InWeek week ->
          "%d-W%02d"
              .formatted(
                  week.monday().get(IsoFields.WEEK_BASED_YEAR),
                  week.monday().get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
    };
  }

  /** Nobody's slot is before this; the moment to plan it at the latest. */
  default Instant earliest() {
    return switch (this) {
      case At at ->
          at.zone()
              .map(zone -> at.time().atZone(zone).toInstant())
              .orElseGet(() -> at.time().toInstant(EARLIEST_ZONE));
      case InWeek week -> week.monday().atStartOfDay().toInstant(EARLIEST_ZONE);
    };
  }

  /**
   * When it is for one person, before anything holds it off. A time in the spring gap moves on; of
   * the two autumn hours it is the first.
   */
  default Instant slot(Diary diary) {
    return switch (this) {
      case At at -> at.time().atZone(at.zone().orElse(diary.zone())).toInstant();
      case InWeek week ->
          week.monday()
              .plusDays(diary.day().ordinal())
              .atTime(diary.time())
              .atZone(diary.zone())
              .toInstant();
    };
  }
}
