package org.rapport.bot.campaign.schedule;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;

/** When a campaign has its occasions. */
public sealed interface Schedule {
  /**
   * The same local dates for everybody.
   *
   * @param zone in which they are meant; empty for each person's own
   */
  record Dated(Recurrence recurrence, Optional<ZoneId> zone) implements Schedule {}

  /**
   * Once a week, on each person's own day and time. It begins with the first whole week, so that
   * nobody has a slot before it starts.
   *
   * @param start its first day at the earliest
   * @param end no week begins after it
   */
  record OwnWeekly(LocalDate start, Optional<LocalDate> end) implements Schedule {
    public OwnWeekly {
      if (end.filter(start::isAfter).isPresent()) {
        throw new IllegalArgumentException("Expected an end from " + start + " on");
      }
    }

    /** The Monday of the first whole week from a day on. */
    public static LocalDate firstWeek(LocalDate start) {
      return start.with(TemporalAdjusters.nextOrSame(DayOfWeek.MONDAY));
    }
  }

  /** The first occasion whose {@link Occasion#earliest} is at or after an instant. */
  default Optional<Occasion> next(Instant from) {
    return switch (this) {
      case Dated dated -> next(dated, from);
      case OwnWeekly weekly -> next(weekly, from);
    };
  }

  private static Optional<Occasion> next(Dated dated, Instant from) {
    ZoneId zone = dated.zone().orElse(Occasion.EARLIEST_ZONE);
    // A time in the spring gap is an hour later than it says.
    return dated
        .recurrence()
        .next(from.atZone(zone).toLocalDateTime().minusDays(1))
        .flatMap(first -> firstFrom(dated, new Occasion.At(first, dated.zone()), from));
  }

  private static Optional<Occasion> firstFrom(Dated dated, Occasion.At occasion, Instant from) {
    Optional<Occasion.At> found = Optional.of(occasion);
    while (found.filter(at -> at.earliest().isBefore(from)).isPresent()) {
      found =
          found
              .flatMap(at -> dated.recurrence().next(at.time().plusMinutes(1)))
              .map(time -> new Occasion.At(time, dated.zone()));
    }
    return found.map(Occasion.class::cast);
  }

  private static Optional<Occasion> next(OwnWeekly weekly, Instant from) {
    LocalDate day = from.atZone(Occasion.EARLIEST_ZONE).toLocalDate();
    LocalDate monday = day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    if (new Occasion.InWeek(monday).earliest().isBefore(from)) {
      monday = monday.plusWeeks(1);
    }
    LocalDate first = OwnWeekly.firstWeek(weekly.start());
    LocalDate week = monday.isBefore(first) ? first : monday;
    return weekly.end().filter(week::isAfter).isPresent()
        ? Optional.empty()
        : Optional.of(new Occasion.InWeek(week));
  }
}
