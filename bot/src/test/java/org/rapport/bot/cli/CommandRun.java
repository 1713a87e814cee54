package org.rapport.bot.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.rapport.bot.SettingsReader;

/**
 * What came of one command.
 *
 * @param code its exit code
 */
record CommandRun(int code, String out, String err) {

  /** Runs a command with these settings, given as names and values in turn. */
  static CommandRun with(Path home, List<String> namesAndValues, String... arguments) {
    Map<String, String> environment = new HashMap<>();
    for (int i = 0; i < namesAndValues.size(); i += 2) {
      environment.put(namesAndValues.get(i), namesAndValues.get(i + 1));
    }
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int code =
        new Cli(
                () -> new SettingsReader(environment, home),
                new Terminal(new PrintWriter(out, true), new PrintWriter(err, true)))
            .run(arguments);
    return new CommandRun(code, out.toString(), err.toString());
  }

  static CommandRun of(Path home, String... arguments) {
    return with(home, List.of(), arguments);
  }
}
