package org.rapport.bot.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.rapport.bot.channel.Address;
import org.rapport.bot.message.Entered;
import org.rapport.bot.message.Field;
import org.rapport.bot.message.Form;
import org.rapport.bot.people.History;
import org.rapport.bot.people.PersonalPreferences;
import org.rapport.bot.people.Platform;
import org.rapport.bot.people.Position;
import org.rapport.bot.people.Preferences;
import org.rapport.bot.people.QuietHours;
import org.rapport.bot.people.Stage;
import org.rapport.bot.store.Store;
import org.rapport.bot.store.TestDatabase;

@ParameterizedClass
@EnumSource
class SettingsFormTest {
  private static final Address CHIEF = new Address(Address.Kind.SLACK, "T0TRUST", "U0CHIEF");
  private static final Address AMA = new Address(Address.Kind.TEAMS, "9f-tenant", "6a1c-ama");
  private static final Instant MONDAY = Instant.parse("2026-11-02T09:00:00Z");

  private final TestDatabase database;

  @TempDir private Path folder;

  private Instant now = MONDAY;
  private Store store;
  private PersonalPreferences preferences;
  private Forms forms;

  SettingsFormTest(TestDatabase database) {
    this.database = database;
  }

  @BeforeEach
  void open() {
    store = database.fresh(folder);
    preferences = new PersonalPreferences(store, () -> now);
    Wording wording = new Wording(Map.of("contact", "the comms team", "days", "90"));
    forms = new Forms(List.of(new SettingsForm(preferences, () -> now, wording)), wording);
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void whoSaidNothingSeesWhatIsUsual() {
    assertThat(typed(shown(CHIEF))).isEqualTo(usual());
  }

  @Test
  void whatIsSavedIsKeptAndToldAndShownTheNextTime() {
    Map<String, List<String>> wanted =
        Map.of(
            "position", List.of("chief-nurse"),
            "stage", List.of("3"),
            "platforms", List.of("bluesky", "linkedin"),
            "zone", List.of("Europe/Dublin"),
            "nudge-day", List.of("FRIDAY"),
            "nudge-time", List.of("16:30"),
            "quiet-from", List.of("19:00"),
            "quiet-to", List.of("07:15"),
            "pause", List.of("2026-12-24"),
            "history", List.of("on"));

    Reply saved = (Reply) send(CHIEF, wanted);

    assertThat(saved.privately()).isTrue();
    assertThat(saved.message().summary()).isEqualTo("Your settings are saved");
    assertThat(saved.message().blocks().toString())
        .contains("Chief nurse", "Regular", "LinkedIn, Bluesky", "Thursday 24 December 2026");
    assertThat(preferences.of(CHIEF))
        .isEqualTo(
            new Preferences(
                Optional.of(Position.CHIEF_NURSE),
                Stage.REGULAR,
                Set.of(Platform.LINKEDIN, Platform.BLUESKY),
                ZoneId.of("Europe/Dublin"),
                DayOfWeek.FRIDAY,
                LocalTime.of(16, 30),
                new QuietHours(LocalTime.of(19, 0), LocalTime.of(7, 15)),
                Optional.of(LocalDate.of(2026, 12, 24)),
                false,
                true));
    assertThat(typed(shown(CHIEF)).get("pause")).containsExactly("2026-12-24");
    assertThat(preferences.of(AMA)).isEqualTo(Preferences.USUAL);
  }

  @Test
  void allThatCannotBeIsToldBesideItsFieldAndNothingIsChanged() {
    FormReply.Mend mend =
        (FormReply.Mend)
            send(
                CHIEF,
                usualBut(
                    Map.of(
                        "stage", List.of("5"),
                        "zone", List.of("Europe/Londn"),
                        "nudge-time", List.of("07:59"),
                        "pause", List.of("2026-11-02"))));

    assertThat(mend.problems()).containsOnlyKeys("zone", "nudge-time", "pause");
    assertThat(mend.problems().get("zone")).contains("Europe/London");
    assertThat(typed(mend.form())).containsEntry("zone", List.of("Europe/Londn"));
    assertThat(preferences.of(CHIEF)).isEqualTo(Preferences.USUAL);
  }

  @Test
  void aPauseEndsWithinAYear() {
    assertThat(send(CHIEF, usualBut(Map.of("pause", List.of("2027-11-04")))))
        .isInstanceOf(FormReply.Mend.class);
    assertThat(send(CHIEF, usualBut(Map.of("pause", List.of("2027-11-03")))))
        .isInstanceOf(Reply.class);
  }

  @Test
  void aPauseThatIsOverIsNotShownAgain() {
    preferences.pause(CHIEF, LocalDate.of(2026, 11, 5));
    now = Instant.parse("2026-11-05T09:00:00Z");

    assertThat(typed(shown(CHIEF)).get("pause")).isEmpty();
  }

  @Test
  void aPauseIsTakenBackByLeavingItEmpty() {
    preferences.pause(CHIEF, LocalDate.of(2026, 11, 5));
    send(CHIEF, usual());

    assertThat(preferences.of(CHIEF).pausedUntil()).isEmpty();
  }

  @Test
  void savingStartsNothingThatWasStopped() {
    preferences.change(CHIEF, Preferences::stop);
    Reply saved = (Reply) send(CHIEF, usual());

    assertThat(preferences.of(CHIEF).stopped()).isTrue();
    assertThat(saved.message().blocks().toString()).contains("stopped");
  }

  @Test
  void withHistoryTurnedOffWhatWasKeptIsDeleted() {
    History history = new History(store, () -> now);
    send(CHIEF, usualBut(Map.of("history", List.of("on"))));
    history.add(CHIEF, "how often should I post", Optional.empty(), Optional.empty());
    store.settle();
    assertThat(history.of(CHIEF)).hasSize(1);

    send(CHIEF, usual());
    assertThat(history.of(CHIEF)).isEmpty();
  }

  @Test
  void aForgedReferenceOpensAndChangesOnlyOnesOwn() {
    preferences.change(AMA, Preferences::stop);
    FormReply opened = forms.reply(new FormStep.Wanted(CHIEF, "settings", "6a1c-ama"));
    assertThat(typed(((FormReply.Show) opened).form())).isEqualTo(usual());

    Map<String, List<String>> entered = usualBut(Map.of("stage", List.of("4")));
    forms.reply(new FormStep.Sent(CHIEF, "settings", "6a1c-ama", new Entered(entered)));
    assertThat(preferences.of(AMA).stage()).isEqualTo(Stage.NOT_YET);
    assertThat(preferences.of(CHIEF).stage()).isEqualTo(Stage.CONNECTOR);
  }

  @Test
  void whatTheFormDoesNotOfferIsNotTaken() {
    for (Map<String, List<String>> forged :
        List.of(
            Map.of("position", List.of("monarch")),
            Map.of("nudge-day", List.of("Someday")),
            Map.of("stage", List.of("6")),
            Map.of("platforms", List.of("linkedin", "myspace")),
            Map.of("stopped", List.of("false")))) {
      Reply refused = (Reply) send(CHIEF, usualBut(forged));
      assertThat(refused.message().summary()).isEqualTo("This form has changed");
    }
    assertThat(preferences.of(CHIEF)).isEqualTo(Preferences.USUAL);
  }

  private Form shown(Address to) {
    return ((FormReply.Show) forms.reply(new FormStep.Wanted(to, "settings", ""))).form();
  }

  private FormReply send(Address from, Map<String, List<String>> entered) {
    return forms.reply(new FormStep.Sent(from, "settings", "", new Entered(entered)));
  }

  private static Map<String, List<String>> usual() {
    return Map.of(
        "position", List.of("unsaid"),
        "stage", List.of("0"),
        "platforms", List.of(),
        "zone", List.of("Europe/London"),
        "nudge-day", List.of("TUESDAY"),
        "nudge-time", List.of("09:00"),
        "quiet-from", List.of("18:00"),
        "quiet-to", List.of("08:00"),
        "pause", List.of(),
        "history", List.of("off"));
  }

  private static Map<String, List<String>> usualBut(Map<String, List<String>> changed) {
    Map<String, List<String>> entered = new HashMap<>(usual());
    entered.putAll(changed);
    return entered;
  }

  /** What the fields hold. */
  private static Map<String, List<String>> typed(Form form) {
    Map<String, List<String>> typed = new HashMap<>();
    for (Field field : form.fields()) {
      typed.put(
          field.ask().id(),
          switch (field) {
            case Field.OneOf one -> one.first().stream().toList();
            case Field.SomeOf some -> some.first();
            case Field.Words words -> List.of(words.first());
            case Field.Day day -> day.first().map(LocalDate::toString).stream().toList();
            case Field.Time time -> time.first().map(LocalTime::toString).stream().toList();
          });
    }
    return typed;
  }
}
