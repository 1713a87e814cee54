package org.rapport.bot.bench;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.rapport.bot.audit.Audit;
import org.rapport.bot.channel.Address;
import org.rapport.bot.channel.Channel;
import org.rapport.bot.delivery.Composer.Composed;
import org.rapport.bot.delivery.Eligibility.Verdict;
import org.rapport.bot.delivery.Freeze;
import org.rapport.bot.delivery.Ledger;
import org.rapport.bot.delivery.Outlet;
import org.rapport.bot.delivery.Pace;
import org.rapport.bot.delivery.Planned;
import org.rapport.bot.delivery.Results;
import org.rapport.bot.delivery.Sending;
import org.rapport.bot.delivery.Status;
import org.rapport.bot.message.Block;
import org.rapport.bot.message.Message;
import org.rapport.bot.message.Text;
import org.rapport.bot.people.People;
import org.rapport.bot.store.Store;

/** One nudge for very many people of one workspace, on a database of its own. */
final class MassMailing implements AutoCloseable {
  private static final String CAMPAIGN = "benchmark";
  private static final String OCCURRENCE = "first";
  private static final String WORKSPACE = "T0TRUST";
  private static final Message NUDGE =
      new Message(
          "One thing to do this week",
          List.of(
              new Block.Heading("This week"),
              new Block.Paragraph(Text.plain("Thank somebody by name, and say what they did."))));

  private final InstantSource clock = InstantSource.system();
  private final List<Store> replicas = new ArrayList<>();
  private final String organisation;

  /**
   * @param open opens the database, once for each replica
   */
  MassMailing(Supplier<Store> open, int replicas) {
    for (int i = 0; i < replicas; i++) {
      this.replicas.add(open.get());
    }
    store().migrate();
    this.organisation = new People(store(), clock).organisation(at(0)).orElseThrow();
  }

  Store store() {
    return replicas.getFirst();
  }

  /** Plans everybody, and says how long it took, in seconds. */
  double plan(int people) {
    long start = System.nanoTime();
    Ledger ledger = new Ledger(store(), clock);
    Instant now = clock.instant();
    ledger.open(organisation, CAMPAIGN, OCCURRENCE);
    for (int from = 0; from < people; from += Ledger.CHUNK) {
      ledger.plan(
          organisation,
          CAMPAIGN,
          OCCURRENCE,
          IntStream.range(from, Math.min(people, from + Ledger.CHUNK))
              .mapToObj(i -> new Planned("p" + i, at(i), now, now.plus(Duration.ofDays(1))))
              .toList());
    }
    ledger.planned(organisation, CAMPAIGN, OCCURRENCE);
    return secondsSince(start);
  }

  /** Sends to everybody, checks that all are recorded, and says how long it took, in seconds. */
  double send(Channel channel, int people) throws InterruptedException {
    long start = System.nanoTime();
    List<Sending> senders = replicas.stream().map(store -> sending(store, channel)).toList();
    senders.forEach(Sending::start);
    while (isUnderWay()) {
      Thread.sleep(20);
    }
    double seconds = secondsSince(start);
    senders.forEach(Sending::close);
    if (sent() != people) {
      throw new IllegalStateException("Sent to " + sent() + " people");
    }
    return seconds;
  }

  @Override
  public void close() {
    replicas.forEach(Store::close);
  }

  private Sending sending(Store store, Channel channel) {
    return new Sending(
        store,
        new Freeze(store, new Audit(store, clock), clock),
        delivery -> new Composed.Ready(NUDGE),
        (delivery, now) -> new Verdict.Send(),
        Map.of(Address.Kind.SLACK, new Outlet(channel, Pace.UNLIMITED)),
        clock,
        new SimpleMeterRegistry());
  }

  private boolean isUnderWay() {
    return store()
        .read(handle ->
            handle
                .select(
                    "select 1 where exists (select 1 from delivery where status = 'planned')"
                        + " or exists (select 1 from delivery where status = 'claimed')")
                .mapTo(Integer.class)
                .findOne()
                .isPresent());
  }

  private int sent() {
    return new Results(store())
        .tallies(organisation, CAMPAIGN, ZoneOffset.UTC).stream()
            .filter(tally -> tally.status() == Status.SENT)
            .mapToInt(tally -> tally.count())
            .sum();
  }

  private static Address at(int person) {
    return new Address(Address.Kind.SLACK, WORKSPACE, "U%07d".formatted(person));
  }

  private static double secondsSince(long start) {
    return (System.nanoTime() - start) / 1e9;
  }
}
