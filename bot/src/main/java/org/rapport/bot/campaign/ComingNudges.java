package org.rapport.bot.campaign;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.rapport.bot.campaign.schedule.Diary;
import org.rapport.bot.campaign.schedule.SendRules;
import org.rapport.bot.campaign.schedule.SendTime;
import org.rapport.bot.campaign.schedule.SendTimes;
import org.rapport.bot.delivery.Contacts;
import org.rapport.bot.delivery.Delivery;
import org.rapport.bot.people.Enrolled;
import org.rapport.bot.people.Enrolments;
import org.rapport.bot.people.Person;
import org.rapport.bot.people.Preferences;
import org.rapport.bot.store.Store;
import org.rapport.bot.store.StoreAway;

/**
 * Foretells a person's next nudge: the one that is planned for them, or else that of the weekly
 * coach at their own day and time, as holidays, leave and quiet days let it come.
 */
public final class ComingNudges {
  private static final int A_YEAR = 53;

  private final Store store;
  private final Enrolments enrolments;
  private final SendTimes times;
  private final InstantSource clock;

  public ComingNudges(Store store, Enrolments enrolments, SendTimes times, InstantSource clock) {
    this.store = store;
    this.enrolments = enrolments;
    this.times = times;
    this.clock = clock;
  }

  /**
   * A nudge to come.
   *
   * @param says what its campaign says; empty for the person's own of the week
   */
  public record Coming(Instant at, Optional<Nudge> says) {}

  /**
   * What comes next to a person as things stand; a stop of theirs is not looked at.
   *
   * @param wants what they want
   * @return empty if nothing can come for a year
   * @throws StoreAway while the database is away
   */
  public Optional<Coming> of(Person person, Preferences wants) {
    return store.read(
        handle -> planned(handle, person, wants).or(() -> weekly(handle, person, wants)));
  }

  private Optional<Coming> planned(Handle handle, Person person, Preferences wants) {
    return Contacts.planned(handle, person.organisation(), person.id()).stream()
        .filter(delivery -> !Placing.isPaused(wants, delivery.due()))
        .flatMap(delivery -> coming(handle, delivery).stream())
        .findFirst();
  }

  private Optional<Coming> coming(Handle handle, Delivery delivery) {
    Instant now = clock.instant();
    return CampaignTables.find(handle, delivery.organisation(), delivery.campaign())
        .filter(campaign -> State.SENDS.contains(campaign.state()))
        .filter(campaign -> delivery.tooLate().isAfter(now))
        .map(campaign ->
            new Coming(
                delivery.due().isBefore(now) ? now : delivery.due(),
                Occurrence.number(delivery.occurrence()).stream()
                    .mapToObj(campaign::nudge)
                    .flatMap(Optional::stream)
                    .findFirst()));
  }

  private Optional<Coming> weekly(Handle handle, Person person, Preferences wants) {
    Diary diary = diary(handle, person, wants);
    SendRules rules =
        new SendRules(
            When.USUAL_TOO_LATE, false, RulesTables.of(handle, person.organisation()).quiet());
    Instant now = clock.instant();
    return IntStream.range(0, A_YEAR)
        .mapToObj(week -> slot(now.atZone(wants.zone()), diary, week))
        .flatMap(slot -> due(slot, rules, diary).stream())
        .filter(due -> due.isAfter(now) && !Placing.isPaused(wants, due))
        .findFirst()
        .map(due -> new Coming(due, Optional.empty()));
  }

  private Diary diary(Handle handle, Person person, Preferences wants) {
    Enrolled who =
        enrolments.among(handle, person.organisation(), List.of(person.id())).get(person.id());
    return who == null ? Diary.of(wants, Optional.empty(), List.of()) : Placing.diary(who);
  }

  /** From the last slot on, which a holiday may have moved to a day that is still to come. */
  private static Instant slot(ZonedDateTime now, Diary diary, int week) {
    LocalDate last = now.toLocalDate().with(TemporalAdjusters.previousOrSame(diary.day()));
    return last.plusWeeks(week).atTime(diary.time()).atZone(diary.zone()).toInstant();
  }

  private Optional<Instant> due(Instant slot, SendRules rules, Diary diary) {
    return switch (times.from(slot, slot.plus(rules.window()), rules, diary)) {
      case SendTime.Due due -> Optional.of(due.due());
      case SendTime.Skipped _ -> Optional.empty();
    };
  }
}
