package org.rapport.bot.cli;

import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.rapport.bot.SettingsReader;
import org.rapport.bot.store.DataFolder;
import org.rapport.knowledge.index.Generations;
import picocli.CommandLine.Command;

@Command(
    name = "generations",
    description = "Lists the builds of the guidance that are kept, and which one is live.",
    mixinStandardHelpOptions = true)
final class GenerationsCommand implements Callable<Integer> {
  private final Supplier<SettingsReader> settings;
  private final Terminal terminal;

  GenerationsCommand(Supplier<SettingsReader> settings, Terminal terminal) {
    this.settings = settings;
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    Generations generations = new Generations(new DataFolder(settings.get().read().data()).index());
    OptionalInt live = generations.live();
    if (live.isEmpty()) {
      throw new Refusal("There is no index yet: run rapport reindex");
    }
    for (int number : generations.all()) {
      terminal.out().println(number + (number == live.getAsInt() ? " live" : ""));
    }
    return 0;
  }
}
