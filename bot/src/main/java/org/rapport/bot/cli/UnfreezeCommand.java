package org.rapport.bot.cli;

import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.rapport.bot.SettingsReader;
import org.rapport.bot.delivery.Freeze;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "unfreeze",
    description = "Lets nudges go on after a freeze.",
    mixinStandardHelpOptions = true)
final class UnfreezeCommand implements Callable<Integer> {
  private final Supplier<SettingsReader> settings;
  private final Terminal terminal;

  @Mixin private FreezeScope scope = new FreezeScope();

  UnfreezeCommand(Supplier<SettingsReader> settings, Terminal terminal) {
    this.settings = settings;
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    scope.turn(settings.get(), terminal, Freeze::unfreeze, "Nudges go out again: ");
    return 0;
  }
}
