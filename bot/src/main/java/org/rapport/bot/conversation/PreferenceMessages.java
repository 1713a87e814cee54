package org.rapport.bot.conversation;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.rapport.bot.message.Action;
import org.rapport.bot.message.Block;
import org.rapport.bot.message.Message;
import org.rapport.bot.message.Text;
import org.rapport.bot.people.Platform;
import org.rapport.bot.people.Preferences;

/** What a person wants of the coach, in words. */
final class PreferenceMessages {
  static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE d MMMM uuuu", Locale.UK);

  private final InstantSource clock;
  private final Wording wording;

  PreferenceMessages(InstantSource clock, Wording wording) {
    this.clock = clock;
    this.wording = wording;
  }

  /** All of it, with a button that opens the form. */
  Message settings(Preferences now) {
    return message("settings.summary", now);
  }

  /** The same, once it was changed. */
  Message saved(Preferences now) {
    return message("settings.saved", now);
  }

  /** All of it, a line each. */
  List<Text> lines(Preferences now) {
    List<Text> lines = new ArrayList<>();
    String unsaid = wording.words("settings.unsaid");
    lines.add(
        line(
            "position",
            now.position().map(it -> wording.words("position." + it.id())).orElse(unsaid)));
    lines.add(line("stage", wording.words("stage." + now.stage().number())));
    lines.add(line("platforms", platforms(now).orElse(unsaid)));
    lines.add(line("zone", now.zone().getId()));
    lines.add(
        line(
            "nudge",
            now.nudgeDay().getDisplayName(TextStyle.FULL, Locale.UK) + ", " + now.nudgeTime()));
    lines.add(line("quiet", now.quiet().from() + " - " + now.quiet().to()));
    lines.add(line("nudges", state(now)));
    lines.add(line("history", wording.words(now.keepsHistory() ? "settings.on" : "settings.off")));
    return lines;
  }

  private Message message(String title, Preferences now) {
    Action change = new Action.Open(SettingsForm.ID, "");
    return new Message(
        wording.words(title),
        List.of(
            new Block.Heading(wording.words(title)),
            new Block.Bullets("", lines(now)),
            new Block.Note(Block.Tone.QUIET, wording.text("settings.how")),
            new Block.Choices(
                "", List.of(new Block.Button(wording.words("settings.change"), change)))));
  }

  private static Optional<String> platforms(Preferences now) {
    return Optional.of(
            now.platforms().stream()
                .sorted()
                .map(Platform::title)
                .collect(Collectors.joining(", ")))
        .filter(named -> !named.isEmpty());
  }

  private String state(Preferences now) {
    if (now.stopped()) {
      return wording.words("settings.stopped");
    }
    return now.pausedAfter(LocalDate.ofInstant(clock.instant(), now.zone()))
        .map(day -> wording.words("settings.paused", Map.of("day", DAY.format(day))))
        .orElseGet(() -> wording.words("settings.on"));
  }

  private Text line(String name, String value) {
    return new Text(
        List.of(new Text.Bold(wording.words("settings." + name)), new Text.Plain(": " + value)));
  }
}
