package org.rapport.bot.campaign.schedule;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.rapport.bot.people.Preferences;
import org.rapport.bot.people.QuietHours;
import org.rapport.knowledge.library.Nation;
import org.rapport.knowledge.library.Span;

/**
 * When one person may be written to.
 *
 * @param zone in which all times and days here are meant
 * @param day on which a weekly nudge comes, at {@code time}
 * @param nation whose bank holidays they have; where it is not known, all of the kingdom's are kept
 * @param leave when they are away
 */
public record Diary(
    ZoneId zone,
    DayOfWeek day,
    LocalTime time,
    QuietHours quiet,
    Optional<Nation> nation,
    List<Span> leave) {
  public Diary {
    leave = List.copyOf(leave);
  }

  /** What a person wants, with what else is known of them. */
  public static Diary of(Preferences wants, Optional<Nation> nation, List<Span> leave) {
    return new Diary(
        wants.zone(), wants.nudgeDay(), wants.nudgeTime(), wants.quiet(), nation, leave);
  }
}
