package org.rapport.bot.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rapport.bot.people.Cast.AMA;
import static org.rapport.bot.people.Cast.AMA_IN_TEAMS;
import static org.rapport.bot.people.Cast.BEN;
import static org.rapport.bot.people.Cast.STRANGER;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rapport.bot.channel.Address;
import org.rapport.bot.store.TestDatabase;

class LinkingTest extends OnePersonTest {
  private static final String WRONG = "AAAAAAAA";

  LinkingTest(TestDatabase database) {
    super(database);
  }

  @BeforeEach
  void oneOrganisation() {
    sameOrganisation(AMA, AMA_IN_TEAMS);
  }

  @Test
  void aCodeMakesOnePersonOfTwo() {
    String code = linking.code(AMA);

    assertThat(linking.link(AMA_IN_TEAMS, code)).isEqualTo(new Linked.Done(AMA));

    assertThat(person(AMA_IN_TEAMS)).isEqualTo(person(AMA));
    assertThat(rows("person")).isEqualTo(1);
    assertThat(rows("one_time_code")).isZero();
  }

  @Test
  void aCodeHasEightCharactersOfWhichNoneLooksLikeAnother() {
    for (int i = 0; i < 50; i++) {
      assertThat(linking.code(AMA)).matches("[ACDEFGHJKMNPQRTUVWXY34679]{8}");
    }
  }

  @Test
  void aCodeIsReadHoweverItIsTyped() {
    String code = linking.code(AMA).toLowerCase(Locale.ROOT);

    assertThat(linking.link(AMA_IN_TEAMS, code.substring(0, 4) + "-" + code.substring(4)))
        .isInstanceOf(Linked.Done.class);
  }

  @Test
  void theCodeItselfIsNotKept() {
    String code = linking.code(AMA);

    assertThat(
            store.<List<String>, RuntimeException>read(handle ->
                handle.select("select hash from one_time_code").mapTo(String.class).list()))
        .singleElement()
        .asString()
        .hasSize(64)
        .doesNotContainIgnoringCase(code);
  }

  @Test
  void aCodeIsGoodForTenMinutes() {
    String code = linking.code(AMA);
    now = now.plus(Duration.ofMinutes(10));

    assertThat(linking.link(AMA_IN_TEAMS, code)).isEqualTo(new Linked.Wrong(4));
  }

  @Test
  void aCodeIsGoodForOneUse() {
    String code = linking.code(AMA);
    linking.link(AMA_IN_TEAMS, code);

    assertThat(linking.link(BEN, code)).isInstanceOf(Linked.Wrong.class);
    assertThat(person(BEN)).isNotEqualTo(person(AMA));
  }

  @Test
  void aNewerCodeMakesAnOlderOneWorthless() {
    String older = linking.code(AMA);
    String newer = linking.code(AMA);

    assertThat(linking.link(AMA_IN_TEAMS, older)).isInstanceOf(Linked.Wrong.class);
    assertThat(linking.link(AMA_IN_TEAMS, newer)).isInstanceOf(Linked.Done.class);
  }

  @Test
  void fiveWrongTriesLockThePersonOutForAnHour() {
    String code = linking.code(AMA);
    for (int left = 4; left >= 0; left--) {
      assertThat(linking.link(AMA_IN_TEAMS, WRONG)).isEqualTo(new Linked.Wrong(left));
    }
    Linked.Locked locked = new Linked.Locked(now.plus(Duration.ofHours(1)));
    assertThat(linking.link(AMA_IN_TEAMS, code)).isEqualTo(locked);
    now = now.plus(Duration.ofMinutes(59));
    assertThat(linking.link(AMA_IN_TEAMS, linking.code(AMA))).isEqualTo(locked);
    now = now.plus(Duration.ofMinutes(1));
    assertThat(linking.link(AMA_IN_TEAMS, linking.code(AMA))).isInstanceOf(Linked.Done.class);
  }

  @Test
  void theTriesOfOnePersonDoNotLockAnother() {
    for (int i = 0; i < 6; i++) {
      linking.link(BEN, WRONG);
    }

    assertThat(linking.link(AMA_IN_TEAMS, linking.code(AMA))).isInstanceOf(Linked.Done.class);
  }

  @Test
  void manyTriesAtOnceAreNoMoreThanFive() {
    List<Callable<Linked>> tries =
        IntStream.range(0, 12)
            .<Callable<Linked>>mapToObj(i -> () -> linking.link(BEN, WRONG))
            .toList();

    assertThat(together(tries)).filteredOn(Linked.Wrong.class::isInstance).hasSize(5);
  }

  @Test
  void ofTwoWhoUseOneCodeAtOnceOneIsLinked() {
    sameOrganisation(AMA, STRANGER);
    for (int round = 0; round < 5; round++) {
      Address fresh = new Address(Address.Kind.SLACK, "T0TRUST", "U0FRESH" + round);
      String code = linking.code(fresh);

      List<Linked> both =
          together(
              List.of(
                  () -> linking.link(new Address(Address.Kind.SLACK, "T0TRUST", "U1A"), code),
                  () -> linking.link(new Address(Address.Kind.SLACK, "T0TRUST", "U1B"), code)));

      assertThat(both).filteredOn(Linked.Done.class::isInstance).hasSize(1);
      assertThat(both).filteredOn(Linked.Wrong.class::isInstance).hasSize(1);
    }
  }

  @Test
  void twoWhoUseEachOthersCodeAtOnceAreOnePerson() {
    for (int round = 0; round < 5; round++) {
      Address one = new Address(Address.Kind.SLACK, "T0TRUST", "U1" + round);
      Address other = new Address(Address.Kind.TEAMS, "9f-tenant", "u1" + round);
      String ones = linking.code(one);
      String others = linking.code(other);

      together(List.of(() -> linking.link(other, ones), () -> linking.link(one, others)));

      assertThat(person(one)).isEqualTo(person(other));
    }
  }

  @Test
  void acrossOrganisationsNobodyIsLinkedAndTheCodeIsUsedUp() {
    String code = linking.code(STRANGER);

    assertThat(linking.link(AMA, code)).isEqualTo(new Linked.OtherOrganisation(STRANGER));
    assertThat(linking.link(new Address(Address.Kind.SLACK, "T0OTHER", "U0SECOND"), code))
        .isInstanceOf(Linked.Wrong.class);
    assertThat(person(AMA)).isNotEqualTo(person(STRANGER));
  }

  @Test
  void onesOwnCodeChangesNothing() {
    assertThat(linking.link(AMA, linking.code(AMA))).isEqualTo(new Linked.Already());
  }

  @Test
  void whatTheyWantAskedAndMayIsOne() {
    roles.change(Cast.CHIEF, AMA_IN_TEAMS, Role.COMMS_LEAD);
    preferences.pause(AMA, LocalDate.of(2026, 12, 1));
    preferences.change(AMA_IN_TEAMS, now -> now.keepingHistory(true).stop());
    history.add(AMA_IN_TEAMS, "how often", Optional.empty(), Optional.empty());
    store.settle();

    linking.link(AMA_IN_TEAMS, linking.code(AMA));

    assertThat(roles.of(AMA)).isEqualTo(Role.COMMS_LEAD);
    assertThat(preferences.of(AMA)).isEqualTo(preferences.of(AMA_IN_TEAMS));
    assertThat(preferences.of(AMA).stopped()).isTrue();
    assertThat(preferences.of(AMA).pausedUntil()).contains(LocalDate.of(2026, 12, 1));
    assertThat(history.of(AMA)).extracting(History.Entry::question).containsExactly("how often");

    preferences.change(AMA, Preferences::start);
    assertThat(preferences.of(AMA_IN_TEAMS).stopped()).isFalse();
  }

  @Test
  void aForgedCodeIsOnlyWrong() {
    linking.code(AMA);

    for (String forged : List.of("", "%", "' or 1=1 --", "A".repeat(10_000))) {
      assertThat(linking.link(BEN, forged)).isInstanceOf(Linked.Wrong.class);
    }
  }
}
