package org.rapport.bot.channel;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * Does work on virtual threads: in one lane one piece after another in the order it came, in
 * different lanes at the same time.
 */
public final class SerialLanes implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(SerialLanes.class);

  private final Map<String, Queue<Runnable>> lanes = new ConcurrentHashMap<>();
  private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
  private final Duration stopWithin;
  private volatile boolean cutOff;

  /**
   * @param stopWithin how long {@link #close} waits for work that was taken
   */
  public SerialLanes(Duration stopWithin) {
    this.stopWithin = stopWithin;
  }

  /**
   * Takes work, to be done after what is already waiting in the lane.
   *
   * @throws RejectedExecutionException once closed
   */
  public void run(String lane, Runnable work) {
    Runnable inContext = inContext(work);
    lanes.compute(lane, (name, waiting) -> enqueue(name, waiting, inContext));
  }

  /**
   * Takes no more work and waits, for a bounded time, until what was taken is done. What is not
   * begun then is left undone.
   */
  @Override
  public void close() {
    workers.shutdown();
    try {
      if (!workers.awaitTermination(stopWithin.toMillis(), TimeUnit.MILLISECONDS)) {
        log.warn("Stopped with {} conversations unfinished", lanes.size());
        cutOff();
      }
    } catch (InterruptedException interrupted) {
      cutOff();
      Thread.currentThread().interrupt();
    }
  }

  private void cutOff() {
    cutOff = true;
    workers.shutdownNow();
  }

  private Queue<Runnable> enqueue(String lane, @Nullable Queue<Runnable> waiting, Runnable work) {
    if (workers.isShutdown()) {
      throw new RejectedExecutionException("Stopping");
    }
    if (waiting != null) {
      waiting.add(work);
      return waiting;
    }
    Queue<Runnable> fresh = new ArrayDeque<>();
    fresh.add(work);
    workers.execute(() -> drain(lane));
    return fresh;
  }

  private void drain(String lane) {
    for (Optional<Runnable> work = next(lane); work.isPresent(); work = next(lane)) {
      try {
        work.get().run();
      } catch (RuntimeException failed) {
        log.error("Work failed: {}", failed.getClass().getName());
      }
    }
  }

  /** The next piece of work; an empty lane is taken away in the same step. */
  private Optional<Runnable> next(String lane) {
    AtomicReference<Runnable> next = new AtomicReference<>();
    lanes.computeIfPresent(
        lane,
        (name, waiting) -> {
          if (!cutOff) {
            next.set(waiting.poll());
          }
          return next.get() == null ? null : waiting;
        });
    return Optional.ofNullable(next.get());
  }

  /** Keeps the request id of the log lines with the work. */
  private static Runnable inContext(Runnable work) {
    Map<String, String> context = MDC.getCopyOfContextMap();
    return () -> {
      MDC.setContextMap(context == null ? Map.of() : context);
      work.run();
    };
  }
}
