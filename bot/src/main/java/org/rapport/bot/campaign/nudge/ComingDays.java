package org.rapport.bot.campaign.nudge;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.rapport.knowledge.library.AwarenessDay;
import org.rapport.knowledge.library.Span;
import org.rapport.knowledge.library.Timing;
import org.rapport.knowledge.library.Tone;

/** The calendar around a day, as far as dates are certain. */
final class ComingDays {
  /** How far a nudge looks ahead, in days. */
  static final int AHEAD = 10;

  private final LocalDate on;
  private final List<ComingDay> all;

  private ComingDays(LocalDate on, List<ComingDay> all) {
    this.on = on;
    this.all = all;
  }

  /** Those from a day on to {@link #AHEAD} days after it, under way or to come, soonest first. */
  static ComingDays from(LocalDate on, List<AwarenessDay> calendar) {
    return new ComingDays(
        on,
        calendar.stream()
            .flatMap(day -> coming(day, on).stream())
            .sorted(
                Comparator.comparing((ComingDay coming) -> coming.days().first())
                    .thenComparing(coming -> coming.day().id()))
            .toList());
  }

  /** The one with an id, if a post for it can be offered to this reader. */
  Optional<ComingDay> offered(String id, Reader reader) {
    return find(id)
        .filter(coming -> coming.day().tone() != Tone.CAUTION && reader.keeps(coming.day()));
  }

  /** The one with an id. */
  Optional<ComingDay> find(String id) {
    return all.stream().filter(coming -> coming.day().id().equals(id)).findFirst();
  }

  /** Those to be quiet or careful on. */
  List<ComingDay> mindful(Reader reader) {
    return all.stream()
        .filter(coming -> isMindful(coming.day().tone()) && reader.mayKeep(coming.day()))
        .toList();
  }

  /** Whether the day itself has this tone. */
  boolean today(Tone tone, Reader reader) {
    return mindful(reader).stream()
        .anyMatch(coming -> coming.day().tone() == tone && !coming.days().first().isAfter(on));
  }

  private static boolean isMindful(Tone tone) {
    return switch (tone) {
      case QUIET, CAUTION -> true;
      case CELEBRATE, INFORM -> false;
    };
  }

  private static Optional<ComingDay> coming(AwarenessDay day, LocalDate on) {
    return switch (day.timing()) {
      case Timing.Fixed fixed ->
          Stream.of(on.getYear() - 1, on.getYear(), on.getYear() + 1)
              .map(fixed::in)
              .filter(days -> isNear(days, on))
              .map(days -> new ComingDay(day, days))
              .findFirst();
      // Its date is only the usual one until somebody has looked it up.
      case Timing.SetEachYear _ -> Optional.empty();
    };
  }

  private static boolean isNear(Span days, LocalDate on) {
    return !days.last().isBefore(on) && !days.first().isAfter(on.plusDays(AHEAD));
  }
}
