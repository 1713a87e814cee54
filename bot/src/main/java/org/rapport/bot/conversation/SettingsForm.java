package org.rapport.bot.conversation;

import java.time.DayOfWeek;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.rapport.bot.channel.Address;
import org.rapport.bot.message.Block;
import org.rapport.bot.message.Entered;
import org.rapport.bot.message.Field;
import org.rapport.bot.message.Form;
import org.rapport.bot.people.PersonalPreferences;
import org.rapport.bot.people.Platform;
import org.rapport.bot.people.Position;
import org.rapport.bot.people.Preferences;
import org.rapport.bot.people.Stage;

/** What a person wants of the coach, asked all at once. It is about whoever opens it. */
public final class SettingsForm implements FormPage {
  static final String ID = "settings";

  /** An option of its own: what was chosen from a list cannot be taken back in every channel. */
  private static final String UNSAID = "unsaid";

  private static final int LONGEST_ZONE = 50;

  private final PersonalPreferences preferences;
  private final InstantSource clock;
  private final Wording wording;
  private final PreferenceMessages messages;

  public SettingsForm(PersonalPreferences preferences, InstantSource clock, Wording wording) {
    this.preferences = preferences;
    this.clock = clock;
    this.wording = wording;
    this.messages = new PreferenceMessages(clock, wording);
  }

  @Override
  public String id() {
    return ID;
  }

  @Override
  public FormReply open(Address from, String about) {
    return new FormReply.Show(
        new Form(
            ID,
            wording.words("settings.summary"),
            List.of(new Block.Paragraph(wording.text("settings.intro"))),
            fields(preferences.of(from)),
            wording.words("settings.save"),
            wording.words("form.missing"),
            ""));
  }

  @Override
  public FormReply take(Address from, Form form, Entered entered) {
    EnteredSettings wanted = new EnteredSettings(entered);
    Map<String, String> problems =
        wanted.problems(clock).entrySet().stream()
            .collect(
                Collectors.toUnmodifiableMap(
                    Map.Entry::getKey, problem -> wording.words(problem.getValue())));
    return problems.isEmpty()
        ? new Reply(messages.saved(preferences.change(from, wanted::after)), true)
        : new FormReply.Mend(form.filled(entered), problems);
  }

  private List<Field> fields(Preferences now) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), now.zone());
    return List.of(
        position(now),
        stage(now),
        platforms(now),
        new Field.Words(required(EnteredSettings.ZONE), false, LONGEST_ZONE, now.zone().getId()),
        nudgeDay(now),
        time(EnteredSettings.NUDGE_TIME, now.nudgeTime()),
        time(EnteredSettings.QUIET_FROM, now.quiet().from()),
        time(EnteredSettings.QUIET_TO, now.quiet().to()),
        new Field.Day(optional(EnteredSettings.PAUSE), now.pausedAfter(today)),
        history(now));
  }

  private Field position(Preferences now) {
    List<Field.Option> options = new ArrayList<>();
    options.add(new Field.Option(UNSAID, wording.words("settings.rather-not")));
    for (Position each : Position.values()) {
      options.add(new Field.Option(each.id(), wording.words("position." + each.id())));
    }
    return new Field.OneOf(
        required(EnteredSettings.POSITION),
        options,
        Optional.of(now.position().map(Position::id).orElse(UNSAID)));
  }

  private Field stage(Preferences now) {
    return new Field.OneOf(
        required(EnteredSettings.STAGE),
        Arrays.stream(Stage.values())
            .map(Stage::number)
            .map(each -> new Field.Option("" + each, wording.words("stage." + each)))
            .toList(),
        Optional.of("" + now.stage().number()));
  }

  private Field platforms(Preferences now) {
    return new Field.SomeOf(
        optional(EnteredSettings.PLATFORMS),
        Arrays.stream(Platform.values())
            .map(each -> new Field.Option(each.id(), each.title()))
            .toList(),
        now.platforms().stream().map(Platform::id).toList());
  }

  private Field nudgeDay(Preferences now) {
    return new Field.OneOf(
        required(EnteredSettings.NUDGE_DAY),
        Arrays.stream(DayOfWeek.values())
            .map(each ->
                new Field.Option(each.name(), each.getDisplayName(TextStyle.FULL, Locale.UK)))
            .toList(),
        Optional.of(now.nudgeDay().name()));
  }

  private Field time(String id, LocalTime now) {
    return new Field.Time(required(id), Optional.of(now));
  }

  private Field history(Preferences now) {
    return new Field.OneOf(
        required(EnteredSettings.HISTORY),
        List.of(
            new Field.Option(EnteredSettings.OFF, wording.words("settings.history.off")),
            new Field.Option(EnteredSettings.ON, wording.words("settings.history.on"))),
        Optional.of(now.keepsHistory() ? EnteredSettings.ON : EnteredSettings.OFF));
  }

  private Field.Ask required(String id) {
    return new Field.Ask(id, wording.words("settings." + id), "", false);
  }

  private Field.Ask optional(String id) {
    return new Field.Ask(
        id, wording.words("settings." + id), wording.words("settings." + id + ".hint"), true);
  }
}
