package org.rapport.bot.conversation;

import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.rapport.bot.channel.Address;
import org.rapport.bot.message.Block;
import org.rapport.bot.message.Message;
import org.rapport.bot.message.Text;
import org.rapport.bot.people.AddressText;
import org.rapport.bot.people.HeldData;
import org.rapport.bot.people.People;
import org.rapport.bot.people.PersonalRecords;
import org.rapport.bot.people.Preferences;

/** What is held about a person, shown to them and erased. */
public final class DataCommands {
  /** Under each title, in words; the file has all. */
  private static final int MOST_LINES = 20;

  private final PersonalRecords records;
  private final People people;
  private final PreferenceMessages preferences;
  private final Wording wording;
  private final CommandMessages messages;

  public DataCommands(
      PersonalRecords records, People people, InstantSource clock, Wording wording) {
    this.records = records;
    this.people = people;
    this.preferences = new PreferenceMessages(clock, wording);
    this.wording = wording;
    this.messages = new CommandMessages(wording);
  }

  /** All of it in words, and in a file for other programs. */
  Reply show(Address from) {
    Optional<HeldData> held = records.of(from);
    if (held.isEmpty()) {
      return new Reply(messages.brief("my-data.none"), true);
    }
    SentFile json = new SentFile("my-data.json", HeldDataJson.of(held.get()));
    return new Reply(message(held.get()), true, Optional.of(json));
  }

  /** Asks first; the button says the same to whoever presses it, and forgets them. */
  Message confirm() {
    return messages.offering("forget.confirm", Map.of(), CommandReader.FORGET_NOW);
  }

  /**
   * Forgets whoever asks.
   *
   * @param elsewhere forgets an address in what is not in the database
   */
  Message forget(Address from, Consumer<Address> elsewhere) {
    PersonalRecords.Forgotten forgotten = records.forget(from);
    people.forget(forgotten.addresses());
    forgotten.addresses().forEach(elsewhere);
    if (!forgotten.wasHeld()) {
      return messages.brief("forget.nothing");
    }
    Message done = messages.brief("forget.done");
    if (!forgotten.wasLastAdmin()) {
      return done;
    }
    List<Block> blocks = new ArrayList<>(done.blocks());
    blocks.add(new Block.Note(Block.Tone.CAUTION, wording.text("forget.last-admin")));
    return new Message(done.summary(), blocks);
  }

  private Message message(HeldData held) {
    Preferences wanted = held.preferences().orElse(Preferences.USUAL);
    ZoneId zone = wanted.zone();
    List<Block> blocks = new ArrayList<>();
    blocks.add(bullets("my-data.you", you(held, zone)));
    blocks.add(bullets("my-data.settings", preferences.lines(wanted)));
    blocks.add(
        bullets(
            "my-data.history",
            held.history().stream().map(it -> PreferenceCommands.line(it, zone)).toList()));
    List<Text> open = new ArrayList<>();
    held.codes()
        .forEach(code ->
            open.add(Text.plain(code.purpose() + ", " + PlainDates.of(code.until(), zone))));
    held.joining().forEach(it -> open.add(Text.plain(it.guest().name() + ", " + it.host().name())));
    blocks.add(bullets("my-data.open", open));
    blocks.add(
        bullets(
            "my-data.records",
            held.signed().stream().map(line -> Text.plain(PlainDates.in(line, zone))).toList()));
    blocks.add(new Block.Note(Block.Tone.QUIET, wording.text("my-data.how")));
    return messages.listed("my-data", blocks);
  }

  private List<Text> you(HeldData held, ZoneId zone) {
    List<Text> lines = new ArrayList<>();
    held.addresses().forEach(at -> lines.add(Text.plain(AddressText.of(at))));
    lines.add(Text.plain(held.organisation()));
    lines.add(Text.plain(wording.words("role." + held.granted().id())));
    lines.add(
        Text.plain(
            wording.words("my-data.since")
                + " "
                + PlainDates.of(held.since().atZone(zone).toLocalDate())));
    return lines;
  }

  private Block bullets(String title, List<Text> lines) {
    List<Text> shown = new ArrayList<>(lines.subList(0, Math.min(lines.size(), MOST_LINES)));
    if (lines.isEmpty()) {
      shown.add(wording.text("my-data.nothing"));
    }
    if (lines.size() > MOST_LINES) {
      String more = Integer.toString(lines.size() - MOST_LINES);
      shown.add(Text.plain(wording.words("documents.more", Map.of("more", more))));
    }
    return new Block.Bullets(wording.words(title), shown);
  }
}
