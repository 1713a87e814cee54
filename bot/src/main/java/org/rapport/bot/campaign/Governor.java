package org.rapport.bot.campaign;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.rapport.bot.delivery.Reached;
import org.rapport.bot.delivery.Status;

/**
 * Keeps nudges from being too many: a cap on seven days in a row, and after several that were
 * ignored only one in four weeks.
 *
 * @param rules of the organisation
 * @param zone whose days count
 * @param reached the person's nudges, oldest first
 * @param lastAnswer when they last did anything with one
 */
record Governor(Rules rules, ZoneId zone, List<Reached> reached, Optional<Instant> lastAnswer) {
  /** How far back {@code reached} has to go. */
  static final Duration LOOKS_BACK = Duration.ofDays(400);

  private static final int WEEK = 7;
  private static final int FOUR_WEEKS = 28;

  /**
   * Why a nudge cannot be sent; empty if it can.
   *
   * @param delivery its own id
   */
  Optional<Reason> holds(String delivery, Instant now) {
    LocalDate today = LocalDate.ofInstant(now, zone);
    List<Reached> before = reached.stream().filter(each -> isBefore(each, delivery)).toList();
    if (since(before, today.minusDays(WEEK - 1L)) >= rules.weeklyCap()) {
      return Optional.of(Reason.OVER_CAP);
    }
    boolean soft = ignored(delivery).size() >= rules.ignoredLimit();
    return soft && since(before, today.minusDays(FOUR_WEEKS - 1L)) > 0
        ? Optional.of(Reason.SOFTENED)
        : Optional.empty();
  }

  /**
   * Whether a nudge is the first of those that come only once in four weeks.
   *
   * @param delivery its own id
   */
  boolean softensWith(String delivery) {
    List<LocalDate> days =
        ignored(delivery).stream().map(each -> LocalDate.ofInstant(each.at(), zone)).toList();
    int limit = rules.ignoredLimit();
    for (int i = limit; i < days.size(); i++) {
      if (!days.get(i - 1).plusDays(FOUR_WEEKS).isAfter(days.get(i))) {
        return false;
      }
    }
    return days.size() >= limit;
  }

  private List<Reached> ignored(String delivery) {
    return reached.stream()
        .filter(each -> isBefore(each, delivery))
        .filter(each -> lastAnswer.filter(at -> !at.isBefore(each.at())).isEmpty())
        .toList();
  }

  private long since(List<Reached> before, LocalDate day) {
    return before.stream()
        .filter(each -> !LocalDate.ofInstant(each.at(), zone).isBefore(day))
        .count();
  }

  /** Of two that are sent at the same moment, one by its id is the first. */
  private static boolean isBefore(Reached each, String delivery) {
    return switch (each.status()) {
      case SENT, UNCONFIRMED -> !each.delivery().equals(delivery);
      case CLAIMED -> each.delivery().compareTo(delivery) < 0;
      case PLANNED, SKIPPED, FAILED -> false;
    };
  }

  /** How many of them come within seven days around a time; for saying so beforehand. */
  boolean wouldBeOver(Instant due) {
    LocalDate day = LocalDate.ofInstant(due, zone);
    return reached.stream()
            .filter(each -> each.status() != Status.FAILED)
            .map(each -> LocalDate.ofInstant(each.at(), zone))
            .filter(at -> at.isAfter(day.minusDays(WEEK)) && !at.isAfter(day))
            .count()
        >= rules.weeklyCap();
  }
}
