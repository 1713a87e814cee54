package org.rapport.bot;

import java.util.logging.Level;
import java.util.logging.Logger;
import org.rapport.bot.cli.Cli;
import org.rapport.bot.cli.Terminal;

/** Runs one command and ends with its exit code. */
public final class Main {
  /** Lucene warns here of a module left out on purpose; held so that its level stays. */
  private static final Logger LUCENE = Logger.getLogger("org.apache.lucene");

  private Main() {}

  public static void main(String[] arguments) {
    LUCENE.setLevel(Level.SEVERE);
    System.exit(new Cli(SettingsReader::ofThisProcess, Terminal.ofThisProcess()).run(arguments));
  }
}
