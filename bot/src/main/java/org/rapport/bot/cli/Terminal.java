package org.rapport.bot.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/**
 * Where a command writes.
 *
 * @param out what was asked for
 * @param err everything else
 */
public record Terminal(PrintWriter out, PrintWriter err) {

  /** The terminal of this process. */
  public static Terminal ofThisProcess() {
    return new Terminal(
        new PrintWriter(System.out, true, StandardCharsets.UTF_8),
        new PrintWriter(System.err, true, StandardCharsets.UTF_8));
  }
}
