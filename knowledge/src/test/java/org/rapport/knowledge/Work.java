package org.rapport.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Work of the thread that does it, in its own processor time: a busy machine adds none. */
public final class Work {
  /** Hundreds of times what the heaviest input needs: more of it grows without bound. */
  private static final long MOST_NANOS = TimeUnit.SECONDS.toNanos(20);

  private Work() {}

  /** What comes of some work, which must be bounded. */
  public static <T> T bounded(Supplier<T> work) {
    long before = nanos();
    T result = work.get();
    assertThat(nanos() - before).as("processor time").isLessThan(MOST_NANOS);
    return result;
  }

  private static long nanos() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }
}
