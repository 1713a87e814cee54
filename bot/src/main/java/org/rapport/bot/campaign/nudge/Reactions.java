package org.rapport.bot.campaign.nudge;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Optional;
import org.rapport.bot.campaign.reaction.GivenNudge;
import org.rapport.bot.campaign.reaction.GivenNudges;
import org.rapport.bot.campaign.reaction.Reaction;
import org.rapport.bot.channel.Address;
import org.rapport.bot.delivery.OptOut;
import org.rapport.bot.people.People;
import org.rapport.bot.people.PersonalPreferences;
import org.rapport.bot.people.Preferences;
import org.rapport.bot.store.StoreAway;

/**
 * Takes what people say to their own nudges, and does what follows from it. Every call throws
 * {@link StoreAway} while the database is away.
 */
public final class Reactions {
  /** In days: so the nudge of a week from today is left out, whatever its hour. */
  private static final int SNOOZE = 8;

  private final People people;
  private final PersonalPreferences preferences;
  private final GivenNudges given;
  private final OptOut optOut;
  private final InstantSource clock;

  public Reactions(
      People people,
      PersonalPreferences preferences,
      GivenNudges given,
      OptOut optOut,
      InstantSource clock) {
    this.people = people;
    this.preferences = preferences;
    this.given = given;
    this.optOut = optOut;
    this.clock = clock;
  }

  /**
   * A nudge, if it was given to the person at an address.
   *
   * @param delivery may be forged
   */
  public Optional<GivenNudge> find(Address from, String delivery) {
    return people
        .person(from)
        .flatMap(person ->
            given
                .find(person.organisation(), delivery)
                .filter(nudge -> nudge.person().equals(person.id())));
  }

  /**
   * Takes what the person at an address says to a nudge of theirs. Said again, it does no more. A
   * stop is of whoever says it, so it holds each time, and whatever nudge it was said to.
   *
   * @param delivery may be forged
   * @return the nudge; empty if it is not theirs, and nothing is kept
   */
  public Optional<GivenNudge> take(Address from, String delivery, Reaction reaction) {
    if (reaction == Reaction.STOPPED) {
      optOut.stop(from);
    }
    Optional<GivenNudge> found = find(from, delivery);
    found.ifPresent(nudge -> take(from, nudge, reaction));
    return found;
  }

  private void take(Address from, GivenNudge nudge, Reaction reaction) {
    boolean isNew = given.react(nudge, reaction);
    if (isNew && reaction == Reaction.SNOOZED) {
      preferences.change(from, this::snoozed);
    }
  }

  /** A longer pause stays. */
  private Preferences snoozed(Preferences now) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), now.zone());
    LocalDate until = today.plusDays(SNOOZE);
    return now.pausedAfter(until).isPresent() ? now : now.pausedUntil(until, today);
  }
}
