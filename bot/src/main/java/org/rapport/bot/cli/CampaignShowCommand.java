package org.rapport.bot.cli;

import java.util.function.Supplier;
import org.rapport.bot.SettingsReader;
import org.rapport.bot.campaign.CampaignJson;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(name = "show", description = "Shows a campaign with its plan.")
final class CampaignShowCommand extends CampaignAccess {
  @Parameters(index = "0", paramLabel = "ID", description = "The campaign.")
  private String id = "";

  CampaignShowCommand(Supplier<SettingsReader> settings, Terminal terminal) {
    super(settings, terminal);
  }

  @Override
  public Integer call() {
    return print(open -> CampaignJson.of(open.campaign(id)));
  }
}
