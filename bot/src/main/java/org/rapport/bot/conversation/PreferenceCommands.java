package org.rapport.bot.conversation;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.rapport.bot.channel.Address;
import org.rapport.bot.message.Block;
import org.rapport.bot.message.Message;
import org.rapport.bot.message.Text;
import org.rapport.bot.people.History;
import org.rapport.bot.people.PersonalPreferences;
import org.rapport.bot.people.Platform;
import org.rapport.bot.people.Preferences;
import org.rapport.bot.people.Suppression;

/** What a person wants of the coach, and what they asked it. */
public final class PreferenceCommands {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("EEEE d MMMM uuuu", Locale.UK);
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("d MMMM, HH:mm", Locale.UK);

  private final PersonalPreferences preferences;
  private final History history;
  private final Suppression suppression;
  private final InstantSource clock;
  private final Wording wording;
  private final CommandMessages messages;

  public PreferenceCommands(
      PersonalPreferences preferences,
      History history,
      Suppression suppression,
      InstantSource clock,
      Wording wording) {
    this.preferences = preferences;
    this.history = history;
    this.suppression = suppression;
    this.clock = clock;
    this.wording = wording;
    this.messages = new CommandMessages(wording);
  }

  Message show(Address from) {
    return messages.listed(
        "settings",
        List.of(
            new Block.Bullets("", lines(preferences.of(from))),
            new Block.Note(Block.Tone.QUIET, wording.text("settings.how"))));
  }

  Message stop(Address from) {
    preferences.change(from, Preferences::stop);
    return messages.brief("stopped");
  }

  /** Empty if there is nothing to start: then it is a greeting. */
  Optional<Message> start(Address from) {
    Preferences before = preferences.of(from);
    boolean isOff = before.stopped() || before.pausedUntil().isPresent();
    if (!isOff && !suppression.includes(from)) {
      return Optional.empty();
    }
    suppression.lift(from);
    preferences.change(from, Preferences::start);
    return Optional.of(messages.brief("started"));
  }

  Message pause(Address from, String day) {
    ZoneId zone = preferences.of(from).zone();
    Optional<LocalDate> until = PauseDay.read(day, LocalDate.ofInstant(clock.instant(), zone));
    if (until.isEmpty()) {
      return messages.brief("pause.unread");
    }
    try {
      preferences.pause(from, until.get());
      return messages.brief("paused", Map.of("day", DAY.format(until.get())));
    } catch (IllegalArgumentException tooFar) {
      return messages.brief("pause.unread");
    }
  }

  Message keepHistory(Address from, boolean on) {
    preferences.change(from, now -> now.keepingHistory(on));
    return messages.brief(on ? "history.on" : "history.off");
  }

  Message showHistory(Address from) {
    Preferences now = preferences.of(from);
    if (!now.keepsHistory()) {
      return messages.brief("history.is-off");
    }
    List<History.Entry> asked = history.of(from);
    return asked.isEmpty()
        ? messages.brief("history.empty")
        : messages.listed(
            "history",
            List.of(
                new Block.Bullets("", asked.stream().map(each -> line(each, now.zone())).toList()),
                new Block.Note(Block.Tone.QUIET, wording.text("history.how"))));
  }

  /** What somebody wants, a line each. */
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
    return now.pausedUntil()
        .filter(day -> day.isAfter(LocalDate.ofInstant(clock.instant(), now.zone())))
        .map(day -> wording.words("settings.paused", Map.of("day", DAY.format(day))))
        .orElseGet(() -> wording.words("settings.on"));
  }

  private Text line(String name, String value) {
    return new Text(
        List.of(new Text.Bold(wording.words("settings." + name)), new Text.Plain(": " + value)));
  }

  /** What a person wrote is shown as it is. */
  static Text line(History.Entry entry, ZoneId zone) {
    String title = entry.title().map(answered -> " (" + answered + ")").orElse("");
    return Text.plain(MOMENT.format(entry.at().atZone(zone)) + ": " + entry.question() + title);
  }
}
