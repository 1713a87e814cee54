package org.rapport.bot.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rapport.bot.people.Cast.AMA;
import static org.rapport.bot.people.Cast.AMA_IN_TEAMS;
import static org.rapport.bot.people.Cast.BEN;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rapport.bot.channel.Address;
import org.rapport.bot.store.TestDatabase;

class CalendarTokensTest extends OnePersonTest {
  CalendarTokensTest(TestDatabase database) {
    super(database);
  }

  @Test
  void aTokenLeadsToItsPersonAndWhatTheyWant() {
    preferences.change(AMA, usual -> usual.keepingHistory(true));
    String token = calendars.renew(AMA);

    CalendarTokens.Owner owner = calendars.owner(token).orElseThrow();
    assertThat(owner.person().addresses()).containsExactly(AMA);
    assertThat(owner.wants().keepsHistory()).isTrue();
    assertThat(calendars.since(AMA)).contains(now);
    assertThat(calendars.since(BEN)).isEmpty();
  }

  @Test
  void aNewTokenMakesTheOldOneWorthless() {
    String first = calendars.renew(AMA);
    now = now.plus(Duration.ofDays(1));
    String second = calendars.renew(AMA);

    assertThat(second).isNotEqualTo(first);
    assertThat(calendars.owner(first)).isEmpty();
    assertThat(calendars.owner(second)).isPresent();
    assertThat(calendars.since(AMA)).contains(now);
  }

  @Test
  void aRevokedTokenIsNobodysAndOthersStay() {
    String amas = calendars.renew(AMA);
    String bens = calendars.renew(BEN);

    assertThat(calendars.revoke(AMA)).isTrue();
    assertThat(calendars.revoke(AMA)).isFalse();
    assertThat(calendars.owner(amas)).isEmpty();
    assertThat(calendars.owner(bens)).isPresent();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0", "../../etc/passwd", "' or 1=1 --", "%00"})
  void whateverElseComesInIsNobodys(String token) {
    calendars.renew(AMA);
    assertThat(calendars.owner(token)).isEmpty();
    assertThat(calendars.owner("0".repeat(64))).isEmpty();
    assertThat(calendars.owner("0".repeat(1_000_000))).isEmpty();
  }

  @Test
  void theTokenIsNowhereInTheDatabase() {
    String token = calendars.renew(AMA);
    String kept =
        store.read(handle ->
            handle.select("select token_hash from calendar_feed").mapTo(String.class).one());
    assertThat(kept).hasSize(64).isNotEqualTo(token);
  }

  @Test
  void aTokenOfAnOlderKeyStillLeadsToItsPerson() {
    String token = calendars.renew(AMA);
    KeyedHash rotated =
        (purpose, text) -> List.of(mac("newer", text), HASH.of(purpose, text).getFirst());
    CalendarTokens later = new CalendarTokens(store, rotated, audit, () -> now);
    assertThat(later.owner(token)).isPresent();
  }

  @Test
  void twoWhoBecomeOneKeepOneCalendar() {
    sameOrganisation(AMA, AMA_IN_TEAMS);
    String kept = calendars.renew(AMA);
    String gone = calendars.renew(AMA_IN_TEAMS);
    linking.link(AMA_IN_TEAMS, linking.code(AMA));

    assertThat(calendars.owner(kept)).isPresent();
    assertThat(calendars.owner(gone)).isEmpty();
    assertThat(rows("calendar_feed")).isOne();
  }

  @Test
  void whoHadNoneTakesTheOthersAlong() {
    sameOrganisation(AMA, AMA_IN_TEAMS);
    String token = calendars.renew(AMA_IN_TEAMS);
    linking.link(AMA_IN_TEAMS, linking.code(AMA));

    assertThat(calendars.owner(token).orElseThrow().person().addresses()).contains(AMA);
  }

  @Test
  void whoIsForgottenHasNoCalendar() {
    String token = calendars.renew(AMA);
    records.forget(AMA);
    assertThat(calendars.owner(token)).isEmpty();
    assertThat(rows("calendar_feed")).isZero();
  }

  @Test
  void whatWasGivenAndRevokedIsInTheAuditTrail() {
    calendars.renew(AMA);
    calendars.revoke(AMA);
    assertThat(audit.last(organisation(AMA), 10))
        .extracting(line -> line.deed().action() + " " + line.deed().detail())
        .containsExactlyInAnyOrder("calendar new address", "calendar revoked");
  }

  private String organisation(Address of) {
    return people.organisation(of).orElseThrow();
  }
}
