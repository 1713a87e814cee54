package org.rapport.bot.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.rapport.bot.channel.Address;
import org.rapport.bot.conversation.Wording;
import org.rapport.bot.delivery.Ledger;
import org.rapport.bot.delivery.Planned;
import org.rapport.bot.people.People;
import org.rapport.bot.people.Person;
import org.rapport.bot.store.Store;
import org.rapport.bot.store.TestDatabase;

/** A person's own nudges in their calendar. */
@ParameterizedClass
@EnumSource
class NudgeEntriesTest {
  private static final Instant NOW = Instant.parse("2027-01-11T12:00:00Z");
  private static final Instant DUE = Instant.parse("2027-01-12T09:00:00Z");
  private static final Address AMA = new Address(Address.Kind.SLACK, "T0TRUST", "U0AMA");
  private static final Address BEN = new Address(Address.Kind.SLACK, "T0TRUST", "U0BEN");

  private final TestDatabase database;

  @TempDir private Path folder;

  private Store store;
  private Ledger ledger;
  private NudgeEntries nudges;
  private String trust = "";

  NudgeEntriesTest(TestDatabase database) {
    this.database = database;
  }

  @BeforeEach
  void open() {
    store = database.fresh(folder);
    ledger = new Ledger(store, () -> NOW);
    nudges = new NudgeEntries(store, new Wording(Map.of()));
    trust = new People(store, () -> NOW).organisation(AMA).orElseThrow();
    ledger.open(trust, "c1", "1.2027-W02");
    ledger.plan(
        trust,
        "c1",
        "1.2027-W02",
        List.of(
            new Planned("p-ama", AMA, DUE, DUE.plus(Duration.ofDays(3))),
            new Planned("p-ben", BEN, DUE, DUE.plus(Duration.ofDays(3)))));
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void aPlannedNudgeStandsWhereItIsDueForItsPersonAlone() {
    assertThat(nudges.since(NOW, new Person("p-ama", trust, List.of(AMA))))
        .singleElement()
        .satisfies(entry -> {
          assertThat(entry.when()).isEqualTo(new Entry.When.Moment(DUE, Duration.ofMinutes(15)));
          assertThat(entry.words()).startsWith("Planned for about this time");
        });
  }

  @Test
  void aNudgeThatNeverComesAndOnesOfLongAgoAreNotThere() {
    assertThat(nudges.since(DUE.plusMillis(1), new Person("p-ama", trust, List.of(AMA)))).isEmpty();
    ledger.skipPerson(trust, "p-ama", "opted_out");
    assertThat(nudges.since(NOW, new Person("p-ama", trust, List.of(AMA)))).isEmpty();
    assertThat(nudges.since(NOW, new Person("p-ama", "another", List.of(AMA)))).isEmpty();
  }
}
