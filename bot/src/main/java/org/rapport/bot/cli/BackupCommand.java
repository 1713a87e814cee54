package org.rapport.bot.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.rapport.bot.SettingsReader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
    name = "backup",
    description = "Writes the database and the uploads to one file, also while Rapport serves.",
    mixinStandardHelpOptions = true)
final class BackupCommand implements Callable<Integer> {
  private final Supplier<SettingsReader> settings;
  private final Terminal terminal;

  @Parameters(paramLabel = "FILE", description = "A file that is not there yet.")
  private Path file = Path.of("");

  BackupCommand(Supplier<SettingsReader> settings, Terminal terminal) {
    this.settings = settings;
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    Archives.of(settings.get().read()).write(file.toAbsolutePath());
    terminal.out().println("Backed up to " + file);
    return 0;
  }
}
