package org.rapport.bot.campaign;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;

/**
 * When a campaign's nudges come.
 *
 * @param start date and time of the first; of the weekly coach only the date counts
 * @param rule an RRULE of RFC 5545; empty for what is usual for its kind
 * @param until the last day on which one may begin
 * @param zone in which the times are meant; empty for each person's own
 * @param tooLate how long after its time a nudge is still worth sending
 */
public record When(
    LocalDateTime start,
    Optional<String> rule,
    Optional<LocalDate> until,
    Optional<ZoneId> zone,
    Duration tooLate) {

  /** How long a nudge is worth sending, unless the plan says otherwise. */
  public static final Duration USUAL_TOO_LATE = Duration.ofHours(72);

  /** Once, a moment that is over in a week. */
  public static When once(LocalDateTime start, Optional<ZoneId> zone) {
    return new When(start, Optional.empty(), Optional.empty(), zone, USUAL_TOO_LATE);
  }
}
