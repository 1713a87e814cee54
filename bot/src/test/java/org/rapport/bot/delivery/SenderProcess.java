package org.rapport.bot.delivery;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.rapport.bot.audit.Audit;
import org.rapport.bot.channel.Address;
import org.rapport.bot.channel.Channel;
import org.rapport.bot.channel.SendResult;
import org.rapport.bot.channel.Sighting;
import org.rapport.bot.delivery.Composer.Composed;
import org.rapport.bot.delivery.Eligibility.Verdict;
import org.rapport.bot.message.Message;
import org.rapport.bot.store.Store;

/** A process that sends until it is killed, to a platform that is a file of what it took. */
final class SenderProcess {
  private SenderProcess() {}

  /**
   * @param arguments the file of the database, the file of the platform, and how many hours the
   *     clock is ahead
   */
  public static void main(String[] arguments) throws InterruptedException {
    InstantSource clock =
        () -> Instant.now().plus(Duration.ofHours(Integer.parseInt(arguments[2])));
    Store store = Store.embedded(Path.of(arguments[0]));
    new Sending(
            store,
            new Freeze(store, new Audit(store, clock), clock),
            delivery -> new Composed.Ready(new Message("A nudge", List.of())),
            (delivery, now) -> new Verdict.Send(),
            Map.of(
                Address.Kind.SLACK,
                new Outlet(new FilePlatform(Path.of(arguments[1])), Pace.UNLIMITED)),
            clock,
            new SimpleMeterRegistry())
        .start();
    Thread.currentThread().join();
  }

  private record FilePlatform(Path file) implements Channel {
    @Override
    public SendResult send(Address to, Message message, String deliveryId) {
      try {
        pause();
        Files.writeString(
            file,
            deliveryId + " " + to.user() + "\n",
            StandardOpenOption.CREATE,
            StandardOpenOption.APPEND);
        pause();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return new SendResult.Sent(deliveryId);
    }

    @Override
    public Sighting find(Address to, String deliveryId, Instant since) {
      try (var lines = Files.lines(file)) {
        return lines.anyMatch(line -> line.startsWith(deliveryId))
            ? new Sighting.Seen(deliveryId)
            : new Sighting.NotThere();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    /** A platform takes its time, in which a kill may come. */
    private static void pause() {
      try {
        Thread.sleep(5);
      } catch (InterruptedException killed) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
