package org.rapport.bot.conversation;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.rapport.bot.channel.Address;
import org.rapport.bot.delivery.OptOut;
import org.rapport.bot.message.Block;
import org.rapport.bot.message.Message;
import org.rapport.bot.message.Text;
import org.rapport.bot.people.History;
import org.rapport.bot.people.PersonalPreferences;
import org.rapport.bot.people.Preferences;
import org.rapport.bot.people.Suppression;

/** What a person wants of the coach, and what they asked it. */
public final class PreferenceCommands {
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("d MMMM, HH:mm", Locale.UK);

  private final PersonalPreferences preferences;
  private final History history;
  private final Suppression suppression;
  private final OptOut optOut;
  private final InstantSource clock;
  private final Wording wording;
  private final CommandMessages messages;
  private final PreferenceMessages settings;

  public PreferenceCommands(
      PersonalPreferences preferences,
      History history,
      Suppression suppression,
      OptOut optOut,
      InstantSource clock,
      Wording wording) {
    this.preferences = preferences;
    this.history = history;
    this.suppression = suppression;
    this.optOut = optOut;
    this.clock = clock;
    this.wording = wording;
    this.messages = new CommandMessages(wording);
    this.settings = new PreferenceMessages(clock, wording);
  }

  Message show(Address from) {
    return settings.settings(preferences.of(from));
  }

  Message stop(Address from) {
    optOut.stop(from);
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
    LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
    Optional<LocalDate> until =
        PauseDay.read(day, today).filter(read -> Preferences.canPause(read, today));
    if (until.isEmpty()) {
      return messages.brief("pause.unread");
    }
    preferences.pause(from, until.get());
    return messages.brief("paused", Map.of("day", PreferenceMessages.DAY.format(until.get())));
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

  /** What a person wrote is shown as it is. */
  static Text line(History.Entry entry, ZoneId zone) {
    String title = entry.title().map(answered -> " (" + answered + ")").orElse("");
    return Text.plain(MOMENT.format(entry.at().atZone(zone)) + ": " + entry.question() + title);
  }
}
