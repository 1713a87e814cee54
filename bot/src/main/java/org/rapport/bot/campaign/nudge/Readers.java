package org.rapport.bot.campaign.nudge;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.rapport.bot.channel.Address;
import org.rapport.bot.people.Enrolments;
import org.rapport.bot.people.PersonalPreferences;
import org.rapport.bot.people.Position;
import org.rapport.bot.people.Preferences;
import org.rapport.knowledge.library.Platform;

/** Knows of each person what a nudge has to fit. */
public final class Readers {
  private final PersonalPreferences preferences;
  private final Enrolments enrolments;

  public Readers(PersonalPreferences preferences, Enrolments enrolments) {
    this.preferences = preferences;
    this.enrolments = enrolments;
  }

  /** What the person at an address wants. */
  public Preferences wants(Address at) {
    return preferences.of(at);
  }

  /** Who enrolled a person; empty if nobody did. */
  public Optional<Enrolments.Because> enrolled(String organisation, String person) {
    return enrolments.because(organisation, person);
  }

  /** The person as their nudges see them. */
  public Reader of(String organisation, String person, Preferences wants) {
    return new Reader(
        person,
        wants.position().map(Position::id),
        wants.stage().number(),
        platforms(wants),
        enrolments.tags(organisation, person),
        enrolments.nation(organisation, person));
  }

  private static Set<Platform> platforms(Preferences wants) {
    return wants.platforms().stream()
        .map(platform -> Platform.valueOf(platform.name()))
        .collect(Collectors.toSet());
  }
}
