package org.rapport.bot.channel;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs work at once, but one after another within a lane, in the order in which it came. A lane is
 * a conversation, so that answers keep the order of their questions.
 */
public final class SerialLanes implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(SerialLanes.class);

  /** How long {@link #close} waits for what was taken on. */
  private static final Duration LONGEST_DRAIN = Duration.ofSeconds(20);

  private final Executor executor;
  private final Map<String, Queue<Runnable>> lanes = new HashMap<>();
  private final CountDownLatch drained = new CountDownLatch(1);
  private boolean closing;

  public SerialLanes(Executor executor) {
    this.executor = executor;
  }

  /**
   * Takes on work, after all that is already in its lane.
   *
   * @throws RejectedExecutionException once closing
   */
  public void run(String lane, Runnable work) {
    synchronized (lanes) {
      if (closing) {
        throw new RejectedExecutionException("Closing");
      }
      Queue<Runnable> waiting = lanes.get(lane);
      if (waiting != null) {
        waiting.add(work);
        return;
      }
      lanes.put(lane, new ArrayDeque<>());
    }
    executor.execute(() -> follow(lane, work));
  }

  /** Takes nothing more on, and waits up to 20 seconds for what was taken on. */
  @Override
  public void close() {
    synchronized (lanes) {
      closing = true;
      if (lanes.isEmpty()) {
        return;
      }
    }
    try {
      if (!drained.await(LONGEST_DRAIN.toMillis(), TimeUnit.MILLISECONDS)) {
        LOG.warn("Stopped with unfinished work");
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private void follow(String lane, Runnable first) {
    for (Runnable next = first; next != null; next = next(lane)) {
      try {
        next.run();
      } catch (RuntimeException broken) {
        LOG.error("Work failed: {}", broken.getClass().getName());
      }
    }
  }

  private @Nullable Runnable next(String lane) {
    synchronized (lanes) {
      Queue<Runnable> waiting = lanes.get(lane);
      Runnable next = waiting == null ? null : waiting.poll();
      if (next == null) {
        lanes.remove(lane);
        if (closing && lanes.isEmpty()) {
          drained.countDown();
        }
      }
      return next;
    }
  }
}
