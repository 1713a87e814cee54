package org.rapport.bot.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.rapport.bot.channel.Address;

class AskLimitTest {
  private static final Address CHIEF = new Address(Address.Kind.SLACK, "T0TRUST", "U0CHIEF");
  private static final Address CHAIR = new Address(Address.Kind.SLACK, "T0TRUST", "U0CHAIR");

  private Instant now = Instant.parse("2026-11-02T09:00:00Z");
  private final AskLimit limit = new AskLimit(20, () -> now);

  @Test
  void aMinutesQuestionsMayComeAtOnceButNoMore() {
    assertThat(allowed(CHIEF, 100)).isEqualTo(20);
  }

  @Test
  void afterThatTheyAreLetInAtTheSameRate() {
    allowed(CHIEF, 20);

    later(Duration.ofMillis(2_999));
    assertThat(allowed(CHIEF, 2)).isZero();
    later(Duration.ofMillis(1));
    assertThat(allowed(CHIEF, 2)).isEqualTo(1);
    later(Duration.ofSeconds(30));
    assertThat(allowed(CHIEF, 100)).isEqualTo(10);
  }

  @Test
  void whoWasQuietForLongHasNoMoreThanAMinutesQuestions() {
    allowed(CHIEF, 20);
    later(Duration.ofDays(1));

    assertThat(allowed(CHIEF, 100)).isEqualTo(20);
  }

  @Test
  void onePersonDoesNotUseUpAnothers() {
    allowed(CHIEF, 100);

    assertThat(allowed(CHAIR, 1)).isEqualTo(1);
  }

  @Test
  void zeroIsNoLimit() {
    AskLimit none = new AskLimit(0, () -> now);

    for (int i = 0; i < 1_000; i++) {
      assertThat(none.allows(CHIEF)).isTrue();
    }
  }

  @Test
  void aLimitHoldsHoweverManyPeopleAsk() {
    allowed(CHIEF, 20);
    for (int i = 0; i < 100_001; i++) {
      limit.allows(new Address(Address.Kind.SLACK, "T0TRUST", "U" + i));
    }

    assertThat(allowed(CHIEF, 1)).isZero();
  }

  private int allowed(Address who, int tries) {
    int allowed = 0;
    for (int i = 0; i < tries; i++) {
      allowed += limit.allows(who) ? 1 : 0;
    }
    return allowed;
  }

  private void later(Duration time) {
    now = now.plus(time);
  }
}
