package org.rapport.bot.channel.slack;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.rapport.bot.channel.SerialLanes;

/** Waits for an answer as long as an acknowledgement may; what comes later goes another way. */
final class InTime {
  private final SerialLanes lanes;
  private final Duration within;

  /**
   * @param within how long an acknowledgement waits; Slack gives up after 3 seconds
   */
  InTime(SerialLanes lanes, Duration within) {
    this.lanes = lanes;
    this.within = within;
  }

  /**
   * What the work came to, or empty if it is not done in time.
   *
   * @param late takes what it comes to after that
   * @param then takes what it comes to in any case, once there is an answer
   */
  <T> Optional<T> answer(Supplier<T> work, Consumer<T> late, Consumer<T> then) {
    CompletableFuture<Optional<T>> inTime =
        new CompletableFuture<Optional<T>>()
            .completeOnTimeout(Optional.empty(), within.toMillis(), TimeUnit.MILLISECONDS);
    lanes.run("in time " + UUID.randomUUID(), () -> complete(inTime, work, late, then));
    return inTime.join();
  }

  private static <T> void complete(
      CompletableFuture<Optional<T>> inTime, Supplier<T> work, Consumer<T> late, Consumer<T> then) {
    try {
      T done = work.get();
      if (!inTime.complete(Optional.of(done))) {
        late.accept(done);
      }
      then.accept(done);
    } catch (RuntimeException failed) {
      if (!inTime.completeExceptionally(failed)) {
        throw failed;
      }
    }
  }
}
