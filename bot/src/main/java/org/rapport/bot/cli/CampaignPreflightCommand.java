package org.rapport.bot.cli;

import java.util.function.Supplier;
import org.rapport.bot.SettingsReader;
import org.rapport.bot.campaign.CampaignJson;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
    name = "preflight",
    description = "Says how many would get the next nudge, and who would not and why.")
final class CampaignPreflightCommand extends CampaignAccess {
  @Parameters(index = "0", paramLabel = "ID", description = "The campaign.")
  private String id = "";

  CampaignPreflightCommand(Supplier<SettingsReader> settings, Terminal terminal) {
    super(settings, terminal);
  }

  @Override
  public Integer call() {
    return print(open -> CampaignJson.of(open.parts().preflights().of(open.campaign(id))));
  }
}
