package org.rapport.bot.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;

/** What the figures were measured on, and how busy it was. */
final class Machine {
  // Linux counts processor time in hundredths of a second, whatever the machine.
  static final double MILLIS_IN_TICK = 10;

  // Places in the first line of /proc/stat.
  private static final int IDLE = 4;
  private static final int WAITING = 5;
  private static final int STEAL = 8;

  private Machine() {}

  static String described() throws IOException {
    return "%s: %d cores (%s), %d GB, Linux %s, JDK %s"
        .formatted(
            LocalDate.now(),
            Runtime.getRuntime().availableProcessors(),
            line("/proc/cpuinfo", "model name"),
            Math.round(
                Long.parseLong(line("/proc/meminfo", "MemTotal").replaceAll("\\D", "")) / 1e6),
            System.getProperty("os.version"),
            System.getProperty("java.vm.version"));
  }

  /** How many threads ran or waited to run, over the last one, five and fifteen minutes. */
  static String load() throws IOException {
    String[] fields = Files.readString(Path.of("/proc/loadavg")).split(" ");
    return fields[0] + ", " + fields[1] + ", " + fields[2];
  }

  /** Processor time that all programs together have used so far, in milliseconds. */
  static double cpuMillis() throws IOException {
    String[] ticks = line("/proc/stat", "cpu ").split(" +");
    double used = 0;
    for (int i = 1; i < ticks.length && i <= STEAL; i++) {
      used += i == IDLE || i == WAITING ? 0 : Double.parseDouble(ticks[i]);
    }
    return used * MILLIS_IN_TICK;
  }

  private static String line(String file, String name) throws IOException {
    return Files.readAllLines(Path.of(file)).stream()
        .filter(line -> line.startsWith(name))
        .map(line -> line.substring(line.indexOf(':') + 1).strip())
        .findFirst()
        .orElse("unknown");
  }
}
