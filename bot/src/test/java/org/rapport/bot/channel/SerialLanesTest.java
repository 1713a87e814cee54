package org.rapport.bot.channel;

import static java.util.concurrent.TimeUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;

class SerialLanesTest {
  private final SerialLanes lanes = new SerialLanes(Duration.ofSeconds(20));
  private final List<Integer> done = new CopyOnWriteArrayList<>();

  @Test
  void oneLaneDoesOneThingAfterAnother() {
    List<Integer> order = IntStream.range(0, 500).boxed().toList();
    order.forEach(n -> lanes.run("lane", () -> done.add(n)));
    lanes.close();
    assertThat(done).isEqualTo(order);
  }

  @Test
  void aLaneDoesNotWaitForAnother() throws InterruptedException {
    CountDownLatch first = new CountDownLatch(1);
    lanes.run("first", () -> await(first));
    lanes.run("second", first::countDown);
    lanes.close();
    assertThat(first.getCount()).isZero();
  }

  @Test
  void aFailureDoesNotStopTheLane() {
    lanes.run(
        "lane",
        () -> {
          throw new IllegalStateException("broken");
        });
    lanes.run("lane", () -> done.add(1));
    lanes.close();
    assertThat(done).containsExactly(1);
  }

  @Test
  void aStopFinishesWhatIsWaitingAndTakesNoMore() {
    CountDownLatch open = new CountDownLatch(1);
    CountDownLatch started = new CountDownLatch(1);
    lanes.run(
        "lane",
        () -> {
          started.countDown();
          await(open);
        });
    lanes.run("lane", () -> done.add(1));
    await(started);
    Thread stop = Thread.ofVirtual().start(lanes::close);
    Awaitility.await().atMost(1, MINUTES).until(() -> !takes());
    assertThatThrownBy(() -> lanes.run("lane", () -> done.add(2)))
        .isInstanceOf(RejectedExecutionException.class);
    open.countDown();
    join(stop);
    assertThat(done).containsExactly(1);
  }

  @Test
  void aStopDoesNotWaitForEver() {
    SerialLanes impatient = new SerialLanes(Duration.ofMillis(20));
    CountDownLatch interrupted = new CountDownLatch(1);
    impatient.run(
        "lane",
        () -> {
          try {
            new CountDownLatch(1).await();
          } catch (InterruptedException stopped) {
            interrupted.countDown();
          }
        });
    impatient.close();
    await(interrupted);
  }

  @Test
  void workKeepsTheRequestIdOfItsLogLines() {
    List<String> ids = new CopyOnWriteArrayList<>();
    MDC.put("request", "r-1");
    lanes.run("lane", () -> ids.add(MDC.get("request")));
    MDC.clear();
    lanes.close();
    assertThat(ids).containsExactly("r-1");
  }

  private boolean takes() {
    try {
      lanes.run("another", () -> {});
      return true;
    } catch (RejectedExecutionException stopping) {
      return false;
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
