package org.rapport.bot.cli;

import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.rapport.bot.SettingsReader;
import org.rapport.bot.delivery.Freeze;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "freeze",
    description = "Stops every nudge within five seconds, on every server.",
    mixinStandardHelpOptions = true)
final class FreezeCommand implements Callable<Integer> {
  private final Supplier<SettingsReader> settings;
  private final Terminal terminal;

  @Mixin private FreezeScope scope = new FreezeScope();

  FreezeCommand(Supplier<SettingsReader> settings, Terminal terminal) {
    this.settings = settings;
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    scope.turn(settings.get(), terminal, Freeze::freeze, "Nothing is sent any more: ");
    return 0;
  }
}
