package org.rapport.bot.endtoend;

import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rapport.bot.channel.Address;
import org.rapport.bot.delivery.Ledger;
import org.rapport.bot.delivery.Planned;
import org.rapport.bot.delivery.Results;
import org.rapport.bot.people.People;
import org.rapport.bot.store.DataFolder;
import org.rapport.bot.store.Store;
import org.rapport.bot.store.TestDatabase;

/** The running server looks after what is planned. */
class SendingTest {
  @TempDir Path home;

  @Test
  void whatIsPlannedForACampaignThatIsGoneIsSkippedAndNobodyIsWrittenTo() {
    Optional<String> database = TestDatabase.SQLITE.freshUrl(home);
    try (RunningRapport rapport = RunningRapport.on(database, home, Map.of());
        Store store = Store.open(new DataFolder(home), database)) {
      Address ama = new Address(Address.Kind.SLACK, "T0TRUST", "U0AMA");
      InstantSource clock = InstantSource.system();
      String trust = new People(store, clock).organisation(ama).orElseThrow();
      Ledger ledger = new Ledger(store, clock);
      Instant now = clock.instant();
      ledger.open(trust, "gone", "first");
      ledger.plan(
          trust,
          "gone",
          "first",
          List.of(new Planned("p-ama", ama, now, now.plus(Duration.ofHours(1)))));
      ledger.planned(trust, "gone", "first");

      await()
          .atMost(Duration.ofMinutes(1))
          .until(() ->
              new Results(store)
                  .missed(trust, "gone", "", 2).stream()
                      .map(missed -> missed.reason())
                      .toList()
                      .equals(List.of("cancelled")));
    }
  }
}
