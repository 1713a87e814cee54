package org.rapport.bot.cli;

import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.rapport.bot.SettingsReader;
import org.rapport.bot.audit.Audit;
import org.rapport.bot.delivery.Freeze;
import org.rapport.bot.people.Organisation;
import org.rapport.bot.people.People;
import org.rapport.bot.store.Store;
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
    InstantSource clock = InstantSource.system();
    try (Store store = OpenDatabase.of(settings.get().read())) {
      Optional<Organisation> whose = scope.among(new People(store, clock).organisations());
      new Freeze(store, new Audit(store, clock), clock)
          .freeze(whose.map(Organisation::id), OpenReleases.actor());
      terminal
          .out()
          .println(
              "Nothing is sent any more: " + whose.map(Organisation::name).orElse("everywhere"));
    }
    return 0;
  }
}
