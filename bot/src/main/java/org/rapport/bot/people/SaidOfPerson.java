package org.rapport.bot.people;

import java.time.ZoneId;
import java.util.Optional;

/** What an organisation says of a person, where the person has not settled it themself. */
final class SaidOfPerson {
  private SaidOfPerson() {}

  /**
   * What they want once it is said.
   *
   * @param now empty if they never settled anything
   * @param before what was said the last time; where that still stands, nobody has changed it since
   */
  static Preferences after(Optional<Preferences> now, EnrolmentTables.Said before, Enrolment said) {
    Preferences stands = now.orElse(Preferences.USUAL);
    boolean ownPosition =
        stands.position().isPresent() && !stands.position().equals(before.position());
    boolean ownStage =
        now.isPresent()
            && stands.stage() != Preferences.USUAL.stage()
            && !Optional.of(stands.stage()).equals(before.stage());
    return new Preferences(
        ownPosition ? stands.position() : said.position().or(stands::position),
        ownStage ? stands.stage() : said.stage().orElse(stands.stage()),
        stands.platforms(),
        zone(stands.zone(), before, said),
        stands.nudgeDay(),
        stands.nudgeTime(),
        stands.quiet(),
        stands.pausedUntil(),
        stands.stopped(),
        stands.keepsHistory());
  }

  private static ZoneId zone(ZoneId stands, EnrolmentTables.Said before, Enrolment said) {
    boolean own =
        !stands.equals(Preferences.USUAL.zone()) && !Optional.of(stands).equals(before.zone());
    return own ? stands : said.zone().orElse(stands);
  }
}
