package org.rapport.knowledge.bench;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.function.IntConsumer;
import java.util.stream.LongStream;

/**
 * What pieces of work took, in nanoseconds each.
 *
 * @param wall by the clock
 * @param processor of all of Java's threads: what the clock would show were nothing else running,
 *     as the parts of a question come one after the other
 */
@SuppressWarnings("ArrayRecordComponent") // Thousands of plain numbers, compared by nobody.
record Times(long[] wall, long[] processor) {
  private static final ThreadMXBean THREADS =
      ManagementFactory.getPlatformMXBean(ThreadMXBean.class);

  static final Times NONE = new Times(new long[0], new long[0]);

  /** Times pieces of work, one after the other. */
  static Times of(int pieces, IntConsumer work) {
    Times times = new Times(new long[pieces], new long[pieces]);
    for (int i = 0; i < pieces; i++) {
      long wall = System.nanoTime();
      long processor = processorNanos();
      work.accept(i);
      times.processor[i] = processorNanos() - processor;
      times.wall[i] = System.nanoTime() - wall;
    }
    return times;
  }

  /** The clock of the whole process would only tell hundredths of a second. */
  private static long processorNanos() {
    return LongStream.of(THREADS.getThreadCpuTime(THREADS.getAllThreadIds()))
        .filter(nanos -> nanos > 0)
        .sum();
  }

  /** These and more. */
  Times and(Times more) {
    return new Times(joined(wall, more.wall), joined(processor, more.processor));
  }

  private static long[] joined(long[] some, long[] more) {
    return LongStream.concat(LongStream.of(some), LongStream.of(more)).toArray();
  }
}
