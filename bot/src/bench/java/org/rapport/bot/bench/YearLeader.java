package org.rapport.bot.bench;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.rapport.bot.channel.Address;
import org.rapport.bot.people.Enrolment;
import org.rapport.bot.people.Preferences;
import org.rapport.bot.people.QuietHours;
import org.rapport.knowledge.library.Nation;
import org.rapport.knowledge.library.Span;

/** Somebody who gets nudges for a year: what they want, and what they got. */
final class YearLeader {
  /** From one end of the day to the other. */
  static final List<ZoneId> ZONES =
      List.of(
          ZoneId.of("Europe/London"),
          ZoneId.of("America/New_York"),
          ZoneId.of("Asia/Kolkata"),
          ZoneId.of("Australia/Sydney"));

  private static final int MOST_IN_A_WEEK = 2;
  private static final int WEEK = 7;

  private final Address address;
  private final Nation nation;
  private final Span leave;
  private final boolean answers;
  private final List<Instant> got = new ArrayList<>();
  private Preferences wants;

  YearLeader(int number, Random random) {
    this.address = new Address(Address.Kind.SLACK, "T0TRUST", "U%05d".formatted(number));
    this.nation = Nation.values()[random.nextInt(Nation.values().length)];
    LocalDate away = YearDays.FIRST.plusDays(random.nextInt(340));
    this.leave = new Span(away, away.plusDays(13));
    this.answers = random.nextInt(4) > 0;
    this.wants = wants(ZONES.get(number % ZONES.size()), random);
  }

  private static Preferences wants(ZoneId zone, Random random) {
    Preferences usual = Preferences.USUAL;
    return new Preferences(
        usual.position(),
        usual.stage(),
        usual.platforms(),
        zone,
        DayOfWeek.of(1 + random.nextInt(WEEK)),
        LocalTime.of(8 + random.nextInt(9), 30 * random.nextInt(2)),
        new QuietHours(LocalTime.of(17 + random.nextInt(6), 0), LocalTime.of(7, 30)),
        usual.pausedUntil(),
        false,
        false);
  }

  Address address() {
    return address;
  }

  synchronized Preferences wants() {
    return wants;
  }

  synchronized void want(Preferences now) {
    wants = now;
  }

  /** Whether they do something with each nudge. */
  boolean answers() {
    return answers;
  }

  Enrolment enrolment() {
    return new Enrolment(
        "the comms team",
        "the board's plan",
        Optional.empty(),
        Optional.empty(),
        Optional.of(wants().zone()),
        Optional.of(nation),
        Set.of(),
        List.of(leave),
        Set.of());
  }

  /** Takes a nudge, and says what is wrong with it. */
  synchronized List<String> take(Instant now) {
    ZonedDateTime at = now.atZone(wants.zone());
    LocalDate day = at.toLocalDate();
    got.add(now);
    List<String> wrong = new ArrayList<>();
    say(wrong, at, isNight(at.toLocalTime()), "at night");
    say(wrong, at, YearDays.isBankHoliday(day, nation), "on a bank holiday");
    say(wrong, at, YearDays.isIn(day, YearDays.ELECTION), "before the election");
    say(wrong, at, YearDays.isFrozen(now), "while all is frozen");
    say(wrong, at, YearDays.isIn(day, leave), "on leave");
    say(wrong, at, isWeekend(day) && day.getDayOfWeek() != wants.nudgeDay(), "on a weekend");
    say(wrong, at, gotSince(day.minusDays(WEEK - 1L)) > MOST_IN_A_WEEK, "over the cap");
    say(wrong, at, wants.stopped(), "after a stop");
    say(wrong, at, wants.pausedAfter(day).isPresent(), "in a pause");
    return wrong;
  }

  private void say(List<String> wrong, ZonedDateTime at, boolean isWrong, String what) {
    if (isWrong) {
      wrong.add(address.user() + " at " + at + ": " + what);
    }
  }

  private boolean isNight(LocalTime time) {
    return time.isBefore(wants.quiet().to()) || !time.isBefore(wants.quiet().from());
  }

  private static boolean isWeekend(LocalDate day) {
    return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
  }

  private long gotSince(LocalDate day) {
    return got.stream()
        .filter(each -> !each.atZone(wants.zone()).toLocalDate().isBefore(day))
        .count();
  }
}
