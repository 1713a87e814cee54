package org.rapport.bot.cli;

import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.rapport.bot.SettingsReader;
import org.rapport.bot.release.Released;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "generations",
    description = "Lists the builds of the guidance that are kept, and which one is live.",
    mixinStandardHelpOptions = true)
final class GenerationsCommand implements Callable<Integer> {
  private final Supplier<SettingsReader> settings;
  private final Terminal terminal;

  @Mixin private OrganisationOption organisation = new OrganisationOption();

  GenerationsCommand(Supplier<SettingsReader> settings, Terminal terminal) {
    this.settings = settings;
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    try (OpenReleases open = OpenReleases.of(settings.get().read())) {
      List<Released> all = open.releases().all(organisation.owner());
      if (all.isEmpty()) {
        throw new Refusal("Nothing is released yet: run rapport reindex");
      }
      all.forEach(each -> terminal.out().println(line(each)));
    }
    return 0;
  }

  private static String line(Released each) {
    return "%d%s  %s  %d sections  %s  %s"
        .formatted(
            each.number(),
            each.isLive() ? " live" : "",
            each.at().truncatedTo(ChronoUnit.SECONDS),
            each.sections(),
            each.origin().name().toLowerCase(Locale.ROOT),
            each.by());
  }
}
