package org.rapport.bot.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.rapport.bot.channel.Address;
import org.rapport.bot.delivery.Eligibility.Verdict;
import org.rapport.bot.people.People;
import org.rapport.bot.people.PersonalPreferences;
import org.rapport.bot.people.Preferences;
import org.rapport.bot.store.TestDatabase;

/** A stop holds at once, for what is queued and for what is just being sent. */
@ParameterizedClass
@EnumSource
class OptOutTest extends DeliveryWorld {
  private static final Address AMA = at("T0TRUST", "AMA");
  private static final Address BEN = at("T0TRUST", "BEN");

  private PersonalPreferences preferences;
  private OptOut optOut;

  OptOutTest(TestDatabase database) {
    super(database);
  }

  @BeforeEach
  void bothAreKnown() {
    preferences = new PersonalPreferences(store, clock);
    optOut = new OptOut(preferences, clock);
    preferences.change(AMA, Preferences::start);
    preferences.change(BEN, Preferences::start);
    plan(trust, List.of(planned(AMA), planned(BEN)));
    eligibility = this::consent;
  }

  @Test
  void whatIsQueuedIsTakenBackWithTheStop() {
    optOut.stop(AMA);

    assertThat(preferences.of(AMA).stopped()).isTrue();
    assertThat(counts()).isEqualTo(Map.of("planned", 1, "skipped opted_out", 1));
    runner().runOnce();
    assertThat(slack.users()).containsExactly("BEN");
  }

  @Test
  void whatWasClaimedBeforeTheStopIsNotSentAfterIt() {
    eligibility =
        delivery -> {
          optOut.stop(AMA);
          return consent(delivery);
        };

    runner().runOnce();

    assertThat(slack.users()).containsExactly("BEN");
    assertThat(counts()).isEqualTo(Map.of("sent", 1, "skipped opted_out", 1));
  }

  @Test
  void nothingIsSentThatIsPlannedAfterTheStop() {
    optOut.stop(AMA);
    ledger.open(trust, CAMPAIGN, "next");
    ledger.plan(trust, CAMPAIGN, "next", List.of(planned(AMA)));
    ledger.planned(trust, CAMPAIGN, "next");

    runner().runOnce();

    assertThat(slack.users()).containsExactly("BEN");
  }

  private Verdict consent(Delivery delivery) {
    return preferences.of(delivery.address()).stopped()
        ? new Verdict.Skip("opted_out")
        : new Verdict.Send();
  }

  private Planned planned(Address who) {
    String person = new People(store, clock).person(who).orElseThrow().id();
    return new Planned(person, who, clock.instant(), clock.instant().plus(Duration.ofDays(1)));
  }
}
