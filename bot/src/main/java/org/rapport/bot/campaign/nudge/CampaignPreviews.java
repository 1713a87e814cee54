package org.rapport.bot.campaign.nudge;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.rapport.bot.campaign.Campaign;
import org.rapport.bot.campaign.Occurrence;
import org.rapport.bot.campaign.schedule.Diary;
import org.rapport.bot.channel.Address;
import org.rapport.bot.message.Message;
import org.rapport.bot.people.People;
import org.rapport.bot.people.Person;
import org.rapport.bot.people.Preferences;
import org.rapport.bot.store.StoreAway;

/**
 * A campaign's next nudge as a chosen person of its organisation would get it. Nothing of it is
 * kept or counted, and its buttons do nothing.
 */
public final class CampaignPreviews {
  private final People people;
  private final Readers readers;
  private final NudgeComposer nudges;
  private final InstantSource clock;

  public CampaignPreviews(
      People people, Readers readers, NudgeComposer nudges, InstantSource clock) {
    this.people = people;
    this.readers = readers;
    this.nudges = nudges;
    this.clock = clock;
  }

  /** What came of asking for one. */
  public sealed interface Preview {
    /** The nudge, on the day on which it would come. */
    record Shown(Message nudge) implements Preview {}

    /** Nobody of the campaign's organisation is known at the address. */
    record NobodyKnown() implements Preview {}

    /** The library has nothing for this person. */
    record Nothing() implements Preview {}
  }

  /**
   * As the person at an address would get it.
   *
   * @throws StoreAway while the database is away
   */
  public Preview of(Campaign campaign, Address who) {
    return people
        .person(who)
        .filter(person -> person.organisation().equals(campaign.organisation()))
        .map(person -> preview(campaign, person, who))
        .orElseGet(Preview.NobodyKnown::new);
  }

  /**
   * As a lead of the campaign's organisation would get it, of whom nothing need be known yet.
   *
   * @throws StoreAway while the database is away
   */
  public Preview ofLead(Campaign campaign, Address lead) {
    Person person =
        people.person(lead).orElseGet(() -> new Person("", campaign.organisation(), List.of(lead)));
    return preview(campaign, person, lead);
  }

  private Preview preview(Campaign campaign, Person person, Address at) {
    Preferences wants = readers.wants(at);
    Instant now = clock.instant();
    Optional<Occurrence> coming = campaign.coming(now);
    return nudges
        .sample(
            person,
            wants,
            campaign.nudge(coming.map(Occurrence::number).orElse(1)),
            day(coming, wants, now))
        .<Preview>map(Preview.Shown::new)
        .orElseGet(Preview.Nothing::new);
  }

  /** What day it is for them then, or today if that has passed. */
  private static LocalDate day(Optional<Occurrence> coming, Preferences wants, Instant now) {
    Diary diary = Diary.of(wants, Optional.empty(), List.of());
    Instant at = coming.map(next -> next.occasion().slot(diary)).filter(now::isBefore).orElse(now);
    return LocalDate.ofInstant(at, wants.zone());
  }
}
