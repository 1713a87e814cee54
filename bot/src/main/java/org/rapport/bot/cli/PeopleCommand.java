package org.rapport.bot.cli;

import java.util.function.Supplier;
import org.rapport.bot.SettingsReader;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Leads to the commands about people. */
@Command(
    name = "people",
    description = "Enrols people for nudges.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND")
final class PeopleCommand {
  private PeopleCommand() {}

  static CommandLine of(Supplier<SettingsReader> settings, Terminal terminal) {
    CommandLine line = new CommandLine(new PeopleCommand());
    line.addSubcommand(new PeopleImportCommand(settings, terminal));
    return line;
  }
}
