package org.rapport.bot.cli;

import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.rapport.bot.SettingsReader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
    name = "rollback",
    description = "Makes an earlier generation of the guidance live again.",
    mixinStandardHelpOptions = true)
final class RollbackCommand implements Callable<Integer> {
  private final Supplier<SettingsReader> settings;
  private final Terminal terminal;

  @Mixin private OrganisationOption organisation = new OrganisationOption();

  @Parameters(paramLabel = "N", description = "The number of a generation that is kept.")
  private int number;

  RollbackCommand(Supplier<SettingsReader> settings, Terminal terminal) {
    this.settings = settings;
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    try (OpenReleases open = OpenReleases.of(settings.get().read())) {
      open.releases().rollBack(organisation.owner(), number, OpenReleases.actor());
    }
    terminal.out().println("Generation " + number + " is live");
    return 0;
  }
}
