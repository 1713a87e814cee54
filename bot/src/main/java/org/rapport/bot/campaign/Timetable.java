package org.rapport.bot.campaign;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.rapport.bot.campaign.schedule.Occasion;
import org.rapport.bot.campaign.schedule.Recurrence;
import org.rapport.bot.campaign.schedule.Schedule;

/** The occurrences of a plan, one after another. */
final class Timetable {
  /** How long before anybody's time an occurrence is planned. */
  static final Duration AHEAD = Duration.ofHours(1);

  /** From where a day begins first to where it ends last. */
  private static final Duration AROUND_THE_WORLD = Duration.ofHours(26);

  private static final String WEEKLY = "FREQ=WEEKLY";

  private final Plan plan;
  private final Schedule schedule;

  /**
   * @throws IllegalArgumentException saying what was expected, if the plan's rule is none
   */
  Timetable(Plan plan) {
    this.plan = plan;
    this.schedule = schedule(plan);
  }

  /** The first that nobody is too late for. */
  Optional<Occurrence> first(Instant now) {
    return from(1, schedule.next(Instant.EPOCH), now);
  }

  /** The one after an occurrence, however long ago that was. */
  Optional<Occurrence> after(Occurrence one) {
    return occurrence(one.number() + 1, afterwards(one.occasion()));
  }

  /** The first from now on, for a campaign that has begun: it goes on with a number. */
  Optional<Occurrence> goingOn(int number, Instant now) {
    return from(number, schedule.next(now), now);
  }

  /** An occurrence that was kept by {@link #kept}. */
  Occurrence of(int number, String kept) {
    return new Occurrence(
        number,
        switch (schedule) {
          case Schedule.Dated dated -> new Occasion.At(LocalDateTime.parse(kept), dated.zone());
          case Schedule.OwnWeekly _ -> new Occasion.InWeek(LocalDate.parse(kept));
        });
  }

  /** An occurrence's date and time as the plan has it. */
  static String kept(Occurrence one) {
    return switch (one.occasion()) {
      case Occasion.At at -> DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm").format(at.time());
      case Occasion.InWeek week -> week.monday().toString();
    };
  }

  /** When to plan an occurrence. */
  static Instant planAt(Occurrence one) {
    return one.occasion().earliest().minus(AHEAD);
  }

  /** From when on an occurrence is too late for everybody. */
  Instant over(Occurrence one) {
    Duration slots =
        switch (one.occasion()) {
          case Occasion.At _ -> AROUND_THE_WORLD;
          case Occasion.InWeek _ -> Duration.ofDays(7).plus(AROUND_THE_WORLD);
        };
    return one.occasion().earliest().plus(slots).plus(plan.when().tooLate());
  }

  private Optional<Occurrence> from(int number, Optional<Occasion> occasion, Instant now) {
    Optional<Occurrence> found = occurrence(number, occasion);
    while (found.filter(one -> !over(one).isAfter(now)).isPresent()) {
      found = found.flatMap(this::after);
    }
    return found;
  }

  private Optional<Occurrence> occurrence(int number, Optional<Occasion> occasion) {
    return occasion
        .filter(any -> plan.kind() == Kind.WEEKLY || number <= plan.nudges().size())
        .map(any -> new Occurrence(number, any));
  }

  private Optional<Occasion> afterwards(Occasion occasion) {
    return schedule.next(occasion.earliest().plusMillis(1));
  }

  private static Schedule schedule(Plan plan) {
    When when = plan.when();
    return switch (plan.kind()) {
      case ONE_OFF -> new Schedule.Dated(Recurrence.once(when.start()), when.zone());
      case SEQUENCE ->
          new Schedule.Dated(
              Recurrence.of(when.rule().orElse(WEEKLY), when.start(), when.until()), when.zone());
      case WEEKLY -> new Schedule.OwnWeekly(when.start().toLocalDate(), when.until());
    };
  }
}
