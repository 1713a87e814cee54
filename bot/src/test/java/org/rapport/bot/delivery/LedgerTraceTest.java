package org.rapport.bot.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.rapport.bot.audit.Actor;
import org.rapport.bot.channel.Address;
import org.rapport.bot.delivery.FakePlatform.Fate;
import org.rapport.bot.people.Person;
import org.rapport.bot.store.TestDatabase;

/** Whose deliveries are, as people are forgotten and united and organisations join. */
@ParameterizedClass
@EnumSource
class LedgerTraceTest extends DeliveryWorld {
  private final LedgerTrace trace = new LedgerTrace(clock);

  LedgerTraceTest(TestDatabase database) {
    super(database);
  }

  @Test
  void aPersonSeesTheirDeliveries() {
    plan("AMA", "BEN");
    runner().runOnce();

    assertThat(
            store.<List<String>, RuntimeException>read(handle -> trace.of(handle, person("AMA"))))
        .containsExactly("2026-11-23T09:00:00Z nudge of campaign c1, 2026-11-23: sent");
  }

  @Test
  void aPersonSeesThatTheirAddressHasEnded() {
    plan("AMA");
    slack.answers(Fate.NO_SUCH_PERSON);
    runner().runOnce();

    assertThat(
            store.<List<String>, RuntimeException>read(handle -> trace.of(handle, person("AMA"))))
        .contains("2026-11-23T09:00:00Z no nudges to slack:T0TRUST/AMA any more: user_not_found");
  }

  @Test
  void oneWhoIsForgottenIsInNoDeliveryAndNothingIsLost() {
    pace = Pace.SLACK;
    plan("AMA", "BEN");
    slack.answers(Fate.NO_SUCH_PERSON);
    runner().runOnce();
    ledger.open(trust, CAMPAIGN, "next");
    ledger.plan(trust, CAMPAIGN, "next", List.of(planned("AMA"), planned("BEN")));

    store.run(handle -> trace.forget(handle, person("AMA"), "key"));

    assertThat(cells())
        .noneMatch(cell -> cell.contains("AMA"))
        .anyMatch(cell -> cell.equals("BEN"));
    assertThat(counts())
        .isEqualTo(Map.of("failed user_not_found", 2, "skipped forgotten", 1, "planned", 1));
  }

  @Test
  void oneWhoIsForgottenWhileTheirMessageIsOnItsWayStaysForgotten() {
    plan("AMA");
    slack.answers(to -> {
      store.run(handle -> trace.forget(handle, person("AMA"), "key"));
      return Fate.NO_SUCH_PERSON;
    });

    runner().runOnce();

    assertThat(cells()).noneMatch(cell -> cell.contains("AMA"));
    assertThat(counts()).isEqualTo(Map.of("unconfirmed forgotten", 1));
  }

  @Test
  void oneWhoIsSentTheirLastWhileTheyAreForgottenCountsAsSent() {
    plan("AMA");
    slack.answers(to -> {
      store.run(handle -> trace.forget(handle, person("AMA"), "key"));
      return Fate.TAKEN;
    });

    runner().runOnce();

    assertThat(counts()).isEqualTo(Map.of("sent", 1));
  }

  @Test
  void whatTwoWereToGetOnePersonGetsOnce() {
    plan("AMA", "AMA_TOO");
    ledger.open(trust, CAMPAIGN, "next");
    ledger.plan(trust, CAMPAIGN, "next", List.of(planned("AMA_TOO")));
    ledger.planned(trust, CAMPAIGN, "next");

    store.run(handle -> trace.unite(handle, person("AMA"), person("AMA_TOO")));
    runner().runOnce();

    assertThat(slack.users()).containsExactly("AMA", "AMA_TOO");
    assertThat(counts()).isEqualTo(Map.of("sent", 2, "skipped duplicate", 1));
    assertThat(results.reached(trust, "p-AMA", clock.instant())).isEqualTo(2);
  }

  @Test
  void deliveriesMoveWithAnOrganisationThatJoinsAnother() {
    plan("AMA");
    plan(otherTrust, List.of(planned("T0OTHER", "STRANGER")));

    store.run(handle -> trace.move(handle, otherTrust, trust));
    runner().runOnce();

    assertThat(slack.users()).containsExactly("AMA", "STRANGER");
    assertThat(counts()).isEqualTo(Map.of("sent", 2));
    assertThat(counts(otherTrust)).isEmpty();
  }

  @Test
  void whoeverWasFrozenStaysSoAfterJoining() {
    freeze.freeze(Optional.of(otherTrust), new Actor("U0CHIEF", "slack T0OTHER"));
    plan(otherTrust, List.of(planned("T0OTHER", "STRANGER")));

    store.run(handle -> trace.move(handle, otherTrust, trust));
    clock.move(java.time.Duration.ofSeconds(2));
    runner().runOnce();

    assertThat(slack.calls()).isZero();
  }

  @Test
  void whatIsOnItsWayWhileOrganisationsJoinIsRecorded() {
    plan(otherTrust, List.of(planned("T0OTHER", "STRANGER")));
    slack.answers(to -> {
      store.run(handle -> trace.move(handle, otherTrust, trust));
      return Fate.TAKEN;
    });

    runner().runOnce();

    assertThat(counts()).isEqualTo(Map.of("sent", 1));
  }

  private Person person(String user) {
    Address address = at("T0TRUST", user);
    return new Person("p-" + user, trust, List.of(address));
  }

  /** Every value in the tables of this package. */
  private List<String> cells() {
    return store.read(handle ->
        List.of("delivery", "occurrence", "budget", "address_end").stream()
            .flatMap(table -> handle.select("select * from " + table).mapToMap().stream())
            .flatMap(row -> row.values().stream())
            .map(String::valueOf)
            .toList());
  }
}
