package org.rapport.bot.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Times work of this process, by the clock and by the processor time of all its threads. */
final class Stopwatch {
  private static final OperatingSystemMXBean MACHINE =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

  private final Map<String, List<Double>> clock = new LinkedHashMap<>();
  private final Map<String, List<Double>> processor = new LinkedHashMap<>();

  /** Does some work once more and adds what it took. */
  <T> T time(String what, Supplier<T> work) {
    long cpu = MACHINE.getProcessCpuTime();
    long from = System.nanoTime();
    T result = work.get();
    add(clock, what, System.nanoTime() - from);
    add(processor, what, MACHINE.getProcessCpuTime() - cpu);
    return result;
  }

  private static void add(Map<String, List<Double>> times, String what, long nanos) {
    times.computeIfAbsent(what, first -> new ArrayList<>()).add(nanos / 1e9);
  }

  /** Seconds by the clock, for each time that it was done. */
  double[] clock(String what) {
    return seconds(clock, what);
  }

  /** Seconds of processor time, for each time that it was done. */
  double[] processor(String what) {
    return seconds(processor, what);
  }

  private static double[] seconds(Map<String, List<Double>> times, String what) {
    return times.getOrDefault(what, List.of()).stream().mapToDouble(Double::doubleValue).toArray();
  }
}
