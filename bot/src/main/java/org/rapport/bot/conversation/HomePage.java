package org.rapport.bot.conversation;

import java.time.InstantSource;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.rapport.bot.channel.Address;
import org.rapport.bot.message.Action;
import org.rapport.bot.message.Block;
import org.rapport.bot.message.Block.Button;
import org.rapport.bot.message.Block.Tone;
import org.rapport.bot.message.Message;
import org.rapport.bot.message.Text;
import org.rapport.bot.people.History;
import org.rapport.bot.people.PersonalPreferences;
import org.rapport.bot.people.Preferences;
import org.rapport.bot.store.StoreAway;

/**
 * What somebody sees before they ask: their own page, with where they are on the journey, what
 * comes next and what they asked; and the greeting of a new chat, with questions that fit them.
 */
public final class HomePage {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");
  private static final int RECENT = 5;

  private final PersonalPreferences preferences;
  private final History history;
  private final NextNudge nudges;
  private final Wording wording;
  private final PreferenceMessages settings;

  public HomePage(
      PersonalPreferences preferences,
      History history,
      NextNudge nudges,
      InstantSource clock,
      Wording wording) {
    this.preferences = preferences;
    this.history = history;
    this.nudges = nudges;
    this.wording = wording;
    this.settings = new PreferenceMessages(clock, wording);
  }

  /**
   * Somebody's own page, for their eyes alone.
   *
   * @throws StoreAway while the database is away
   */
  Message page(Address who) {
    Preferences wants = preferences.of(who);
    List<Block> blocks = new ArrayList<>();
    blocks.addAll(journey(wants));
    blocks.addAll(next(who));
    blocks.addAll(asking(wants));
    if (wants.keepsHistory()) {
      blocks.addAll(recent(who));
    }
    blocks.addAll(theirSettings(wants));
    return new Message(wording.words("home.summary"), blocks);
  }

  /**
   * How a new chat begins; its questions may be shown as the channel shows suggestions.
   *
   * @throws StoreAway while the database is away
   */
  Message greeting(Address who) {
    return new Message(
        wording.words("greeting.summary"),
        List.of(
            new Block.Paragraph(wording.text("greeting.words")),
            questions("greeting.try", preferences.of(who))));
  }

  private List<Block> journey(Preferences wants) {
    Map<String, String> stage =
        Map.of(
            "number",
            Integer.toString(wants.stage().number()),
            "stage",
            wording.words("stage." + wants.stage().number()));
    String position =
        wants
            .position()
            .map(it ->
                wording.words(
                    "home.position", Map.of("position", wording.words("position." + it.id()))))
            .orElseGet(() -> wording.words("home.no-position"));
    return List.of(
        new Block.Heading(wording.words("home.journey")),
        new Block.Bullets(
            "", List.of(Text.markdown(wording.words("home.stage", stage)), Text.plain(position))));
  }

  private List<Block> next(Address who) {
    Block planned =
        nudges
            .of(who)
            .map(nudge ->
                (Block)
                    new Block.Bullets(
                        "", List.of(Text.plain(nudge.about()), Text.plain(when(nudge)))))
            .orElseGet(() -> new Block.Paragraph(wording.text("home.no-nudge")));
    return List.of(new Block.Heading(wording.words("home.nudge")), planned);
  }

  private static String when(NextNudge.Planned nudge) {
    return PreferenceMessages.DAY.format(nudge.at()) + ", " + TIME.format(nudge.at());
  }

  private List<Block> asking(Preferences wants) {
    return List.of(
        new Block.Heading(wording.words("home.ask")),
        new Block.Choices(
            "", List.of(new Button(wording.words("ask.title"), new Action.Open(AskForm.ID, "")))),
        questions("home.try", wants));
  }

  private Block questions(String title, Preferences wants) {
    return new Block.Choices(
        wording.words(title),
        SuggestedQuestions.fit(wants).stream()
            .map(question -> new Button(question, new Action.Ask(question)))
            .toList());
  }

  private List<Block> recent(Address who) {
    List<Button> asked =
        history.of(who).stream()
            .limit(RECENT)
            .map(entry ->
                new Button(
                    entry.question(), new Action.Ask(entry.title().orElse(entry.question()))))
            .toList();
    return asked.isEmpty()
        ? List.of()
        : List.of(
            new Block.Heading(wording.words("history.summary")),
            new Block.Choices(wording.words("history.how"), asked));
  }

  private List<Block> theirSettings(Preferences wants) {
    return List.of(
        new Block.Heading(wording.words("settings.summary")),
        new Block.Bullets("", settings.lines(wants)),
        new Block.Choices(
            "",
            List.of(
                new Button(
                    wording.words("settings.change"), new Action.Open(SettingsForm.ID, "")))),
        new Block.Note(Tone.QUIET, wording.text("home.private")));
  }
}
