package org.rapport.bot.campaign.schedule;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.rapport.bot.people.Preferences;
import org.rapport.knowledge.library.Nation;
import org.rapport.knowledge.library.Span;

/** Diaries of people who said little: Tuesdays at nine, quiet from 18:00 to 08:00. */
final class SampleDiary {
  private SampleDiary() {}

  static Diary in(String zone) {
    return of(zone, Nation.ENGLAND, List.of());
  }

  static Diary of(String zone, Nation nation, List<Span> leave) {
    Preferences usual = Preferences.USUAL;
    return new Diary(
        ZoneId.of(zone),
        usual.nudgeDay(),
        usual.nudgeTime(),
        usual.quiet(),
        Optional.of(nation),
        leave);
  }
}
