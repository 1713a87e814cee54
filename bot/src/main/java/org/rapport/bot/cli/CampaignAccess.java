package org.rapport.bot.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.rapport.bot.SettingsReader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What every command about campaigns has: whose they are, and one JSON object that it prints. */
@Command(mixinStandardHelpOptions = true)
abstract class CampaignAccess implements Callable<Integer> {
  private final Supplier<SettingsReader> settings;
  private final Terminal terminal;

  @Option(
      names = "--organisation",
      paramLabel = "ID",
      description = "Whose campaigns; needed where there are several organisations.")
  private @Nullable String organisation;

  CampaignAccess(Supplier<SettingsReader> settings, Terminal terminal) {
    this.settings = settings;
    this.terminal = terminal;
  }

  /** Opens the campaigns, works, and prints what comes of it. */
  Integer print(Function<OpenCampaigns, JsonNode> work) {
    return printText(open -> work.apply(open).toPrettyString() + System.lineSeparator());
  }

  Integer printText(Function<OpenCampaigns, String> work) {
    try (OpenCampaigns open = OpenCampaigns.of(settings.get().read(), organisation)) {
      terminal.out().print(work.apply(open));
      terminal.out().flush();
    }
    return 0;
  }
}
