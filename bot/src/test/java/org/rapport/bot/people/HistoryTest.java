package org.rapport.bot.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rapport.bot.people.Cast.AMA;
import static org.rapport.bot.people.Cast.BEN;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.rapport.bot.channel.Address;
import org.rapport.bot.store.TestDatabase;

class HistoryTest extends OnePersonTest {
  HistoryTest(TestDatabase database) {
    super(database);
  }

  @Test
  void nothingIsKeptUnlessItIsTurnedOn() {
    preferences.change(BEN, now -> now.keepingHistory(true));
    ask(AMA, "before anything was said");
    preferences.change(AMA, Preferences::stop);
    ask(AMA, "with other things said");

    assertThat(history.of(AMA)).isEmpty();
    assertThat(rows("history")).isZero();
  }

  @Test
  void theLastTwentyAreKeptNewestFirst() {
    preferences.change(AMA, now -> now.keepingHistory(true));
    for (int i = 1; i <= 25; i++) {
      now = now.plusSeconds(1);
      ask(AMA, "question " + i);
    }

    List<History.Entry> kept = history.of(AMA);

    assertThat(kept).hasSize(20);
    assertThat(kept.getFirst())
        .isEqualTo(
            new History.Entry("question 25", Optional.of("Title"), Optional.of("section"), now));
    assertThat(kept.getLast().question()).isEqualTo("question 6");
    assertThat(rows("history")).isEqualTo(20);
    assertThat(history.of(BEN)).isEmpty();
  }

  @Test
  void turnedOffItIsGoneAtOnce() {
    preferences.change(AMA, now -> now.keepingHistory(true));
    ask(AMA, "how often should I post");
    store.settle();

    preferences.change(AMA, now -> now.keepingHistory(false));

    assertThat(rows("history")).isZero();
    ask(AMA, "after it was turned off");
    assertThat(rows("history")).isZero();
  }

  @Test
  void preferencesAreKeptAsTheyWereSaid() {
    LocalDate until = LocalDate.of(2026, 12, 24);
    preferences.pause(AMA, until);
    Preferences all =
        preferences.change(
            AMA,
            before ->
                new Preferences(
                    Optional.of(Position.CHIEF_NURSE),
                    Stage.CONNECTOR,
                    Set.of(Platform.X, Platform.LINKEDIN),
                    ZoneId.of("Europe/Paris"),
                    DayOfWeek.FRIDAY,
                    LocalTime.of(10, 30),
                    new QuietHours(LocalTime.of(20, 0), LocalTime.of(7, 15)),
                    before.pausedUntil(),
                    true,
                    true));

    assertThat(preferences.of(AMA)).isEqualTo(all);
    assertThat(all.pausedUntil()).contains(until);
    assertThat(preferences.of(BEN)).isEqualTo(Preferences.USUAL);
  }

  private void ask(Address who, String question) {
    history.add(who, question, Optional.of("Title"), Optional.of("section"));
  }
}
