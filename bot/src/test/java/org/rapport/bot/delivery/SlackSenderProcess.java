package org.rapport.bot.delivery;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rapport.bot.audit.Audit;
import org.rapport.bot.channel.Address;
import org.rapport.bot.channel.slack.OneToken;
import org.rapport.bot.channel.slack.SlackChannel;
import org.rapport.bot.delivery.Composer.Composed;
import org.rapport.bot.delivery.Eligibility.Verdict;
import org.rapport.bot.message.Message;
import org.rapport.bot.store.DataFolder;
import org.rapport.bot.store.Store;

/** A replica in a process of its own: it sends through Slack's client until it is stopped. */
final class SlackSenderProcess {
  private SlackSenderProcess() {}

  /**
   * @param arguments JDBC URL of the database, address of Slack's interface, and how many hours the
   *     clock is ahead
   */
  public static void main(String[] arguments) throws InterruptedException {
    Duration ahead = Duration.ofHours(Integer.parseInt(arguments[2]));
    InstantSource clock = () -> Instant.now().plus(ahead);
    Store store = Store.open(new DataFolder(Path.of("unused")), Optional.of(arguments[0]));
    SlackChannel slack =
        new SlackChannel(
            URI.create(arguments[1]), new OneToken("xoxb-test"), new SimpleMeterRegistry());
    Sending sending =
        new Sending(
            store,
            new Freeze(store, new Audit(store, clock), clock),
            delivery -> new Composed.Ready(new Message("A nudge", List.of())),
            (delivery, now) -> new Verdict.Send(),
            Map.of(Address.Kind.SLACK, new Outlet(slack, Pace.UNLIMITED)),
            clock,
            new SimpleMeterRegistry());
    Runtime.getRuntime().addShutdownHook(new Thread(sending::close));
    sending.start();
    Thread.currentThread().join();
  }
}
