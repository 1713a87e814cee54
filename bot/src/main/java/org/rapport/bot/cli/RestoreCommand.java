package org.rapport.bot.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.rapport.bot.SettingsReader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "restore",
    description =
        "Puts the database and the uploads of a backup in place, while Rapport is stopped.",
    mixinStandardHelpOptions = true)
final class RestoreCommand implements Callable<Integer> {
  private final Supplier<SettingsReader> settings;
  private final Terminal terminal;

  @Parameters(paramLabel = "FILE", description = "A file that rapport backup wrote.")
  private Path file = Path.of("");

  @Option(names = "--force", description = "Overwrite what is there.")
  private boolean force;

  RestoreCommand(Supplier<SettingsReader> settings, Terminal terminal) {
    this.settings = settings;
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    Archives.of(settings.get().read()).restore(file, force);
    terminal.out().println("Restored from " + file);
    return 0;
  }
}
