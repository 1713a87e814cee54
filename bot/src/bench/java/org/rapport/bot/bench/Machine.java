package org.rapport.bot.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;

/** What the figures were measured on, and how busy it was. */
final class Machine {
  private Machine() {}

  static String described() throws IOException {
    return "%s: %d cores (%s), %d GB, Linux %s, JDK %s"
        .formatted(
            LocalDate.now(),
            Runtime.getRuntime().availableProcessors(),
            line("/proc/cpuinfo", "model name"),
            Math.round(Long.parseLong(line("/proc/meminfo", "MemTotal").replaceAll("\\D", "")) / 1e6),
            System.getProperty("os.version"),
            System.getProperty("java.vm.version"));
  }

  /** How many threads ran or waited to run, over the last one, five and fifteen minutes. */
  static String load() throws IOException {
    String[] fields = Files.readString(Path.of("/proc/loadavg")).split(" ");
    return fields[0] + ", " + fields[1] + ", " + fields[2];
  }

  private static String line(String file, String name) throws IOException {
    return Files.readAllLines(Path.of(file)).stream()
        .filter(line -> line.startsWith(name))
        .map(line -> line.substring(line.indexOf(':') + 1).strip())
        .findFirst()
        .orElse("unknown");
  }
}
