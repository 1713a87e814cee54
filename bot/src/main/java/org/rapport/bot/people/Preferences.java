package org.rapport.bot.people;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;

/**
 * What a person wants of Rapport.
 *
 * @param zone in which their times are meant
 * @param nudgeDay on which a nudge comes, at {@code nudgeTime}
 * @param pausedUntil the first day on which nudges come again
 * @param stopped whether no nudge comes until they start again
 * @param keepsHistory whether what they ask is kept for them
 */
public record Preferences(
    Optional<Position> position,
    Stage stage,
    Set<Platform> platforms,
    ZoneId zone,
    DayOfWeek nudgeDay,
    LocalTime nudgeTime,
    QuietHours quiet,
    Optional<LocalDate> pausedUntil,
    boolean stopped,
    boolean keepsHistory) {

  /** How far ahead a pause may end, in days. */
  public static final int LONGEST_PAUSE = 366;

  /** What everybody has who said nothing else. */
  public static final Preferences USUAL =
      new Preferences(
          Optional.empty(),
          Stage.NOT_YET,
          Set.of(),
          ZoneId.of("Europe/London"),
          DayOfWeek.TUESDAY,
          LocalTime.of(9, 0),
          new QuietHours(LocalTime.of(18, 0), LocalTime.of(8, 0)),
          Optional.empty(),
          false,
          false);

  /**
   * @throws IllegalArgumentException saying what was expected, if the nudge would come in the quiet
   *     hours or a time has seconds
   */
  public Preferences {
    platforms = Set.copyOf(platforms);
    for (LocalTime time : Set.of(nudgeTime, quiet.from(), quiet.to())) {
      if (!time.truncatedTo(ChronoUnit.MINUTES).equals(time)) {
        throw new IllegalArgumentException("Expected a time of day in hours and minutes");
      }
    }
    if (quiet.include(nudgeTime)) {
      throw new IllegalArgumentException(
          "Expected a time for nudges that is outside the quiet hours, from %s to %s"
              .formatted(quiet.from(), quiet.to()));
    }
  }

  /** The zone of a name such as {@code Europe/London}. */
  public static Optional<ZoneId> zone(String name) {
    return Optional.of(name).filter(ZoneId.getAvailableZoneIds()::contains).map(ZoneId::of);
  }

  /** Whether nudges can be paused until a day: one after today, within a year. */
  public static boolean canPause(LocalDate until, LocalDate today) {
    return until.isAfter(today) && !until.isAfter(today.plusDays(LONGEST_PAUSE));
  }

  /** The first day on which nudges come again, if that is after a day. */
  public Optional<LocalDate> pausedAfter(LocalDate day) {
    return pausedUntil.filter(until -> until.isAfter(day));
  }

  /**
   * The same with nudges paused.
   *
   * @param until the first day on which they come again
   * @throws IllegalArgumentException saying what was expected, if that is not after today or more
   *     than {@link #LONGEST_PAUSE} days away
   */
  public Preferences pausedUntil(LocalDate until, LocalDate today) {
    if (!canPause(until, today)) {
      throw new IllegalArgumentException(
          "Expected a day from %s to %s"
              .formatted(today.plusDays(1), today.plusDays(LONGEST_PAUSE)));
    }
    return with(Optional.of(until), stopped, keepsHistory);
  }

  /** The same with no nudge until they start again. */
  public Preferences stop() {
    return with(pausedUntil, true, keepsHistory);
  }

  /** The same with nudges: no stop, no pause. */
  public Preferences start() {
    return with(Optional.empty(), false, keepsHistory);
  }

  /** The same with what they ask kept for them, or not. */
  public Preferences keepingHistory(boolean keep) {
    return with(pausedUntil, stopped, keep);
  }

  /**
   * One person's, who had two: these, and of the other whatever is more careful. What they ask is
   * kept if they turned that on anywhere.
   */
  Preferences unitedWith(Preferences other) {
    Optional<LocalDate> later =
        pausedUntil.isEmpty()
            ? other.pausedUntil
            : pausedUntil
                .filter(day -> !other.pausedUntil.filter(day::isBefore).isPresent())
                .or(() -> other.pausedUntil);
    return with(later, stopped || other.stopped, keepsHistory || other.keepsHistory);
  }

  private Preferences with(Optional<LocalDate> pause, boolean stop, boolean history) {
    return new Preferences(
        position, stage, platforms, zone, nudgeDay, nudgeTime, quiet, pause, stop, history);
  }
}
