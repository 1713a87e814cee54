package org.rapport.bot.conversation;

import java.time.DayOfWeek;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.rapport.bot.message.Entered;
import org.rapport.bot.message.Field;
import org.rapport.bot.people.Platform;
import org.rapport.bot.people.Position;
import org.rapport.bot.people.Preferences;
import org.rapport.bot.people.QuietHours;
import org.rapport.bot.people.Stage;

/**
 * What came back from {@link SettingsForm}.
 *
 * @param entered what fits the form
 */
record EnteredSettings(Entered entered) {
  static final String POSITION = "position";
  static final String STAGE = "stage";
  static final String PLATFORMS = "platforms";
  static final String ZONE = "zone";
  static final String NUDGE_DAY = "nudge-day";
  static final String NUDGE_TIME = "nudge-time";
  static final String QUIET_FROM = "quiet-from";
  static final String QUIET_TO = "quiet-to";
  static final String PAUSE = "pause";
  static final String HISTORY = "history";

  static final String ON = "on";
  static final String OFF = "off";

  /** What cannot be: the name of the sentence that says so, by the field's id. */
  Map<String, String> problems(InstantSource clock) {
    Map<String, String> problems = new LinkedHashMap<>();
    if (zone().isEmpty()) {
      problems.put(ZONE, "settings.no-zone");
    }
    if (quiet().include(time(NUDGE_TIME))) {
      problems.put(NUDGE_TIME, "settings.in-quiet-hours");
    }
    LocalDate today = LocalDate.ofInstant(clock.instant(), zone().orElse(Preferences.USUAL.zone()));
    if (pause().filter(day -> !Preferences.canPause(day, today)).isPresent()) {
      problems.put(PAUSE, "settings.no-pause");
    }
    return problems;
  }

  /** These in the place of others, once there are no problems; what no field asks for is kept. */
  Preferences after(Preferences before) {
    return new Preferences(
        entered.one(POSITION).flatMap(Position::of),
        entered.one(STAGE).map(Integer::valueOf).flatMap(Stage::of).orElseThrow(),
        entered.all(PLATFORMS).stream()
            .flatMap(id -> Platform.of(id).stream())
            .collect(Collectors.toUnmodifiableSet()),
        zone().orElseThrow(),
        entered.one(NUDGE_DAY).map(DayOfWeek::valueOf).orElseThrow(),
        time(NUDGE_TIME),
        quiet(),
        pause(),
        before.stopped(),
        entered.one(HISTORY).filter(ON::equals).isPresent());
  }

  private Optional<ZoneId> zone() {
    return entered.one(ZONE).flatMap(Preferences::zone);
  }

  private QuietHours quiet() {
    return new QuietHours(time(QUIET_FROM), time(QUIET_TO));
  }

  private Optional<LocalDate> pause() {
    return entered.one(PAUSE).flatMap(Field.Day::read);
  }

  private LocalTime time(String field) {
    return entered.one(field).flatMap(Field.Time::read).orElseThrow();
  }
}
