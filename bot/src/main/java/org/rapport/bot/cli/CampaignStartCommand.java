package org.rapport.bot.cli;

import java.util.function.Supplier;
import org.rapport.bot.SettingsReader;
import org.rapport.bot.campaign.CampaignJson;
import org.rapport.bot.campaign.Campaigns;
import org.rapport.bot.campaign.Change;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "start", description = "Lets a campaign begin by itself at its time.")
final class CampaignStartCommand extends CampaignAccess {
  @Parameters(index = "0", paramLabel = "ID", description = "The campaign.")
  private String id = "";

  @Option(names = "--now", description = "Not at its time, but now.")
  private boolean now;

  CampaignStartCommand(Supplier<SettingsReader> settings, Terminal terminal) {
    super(settings, terminal);
  }

  @Override
  public Integer call() {
    return print(open -> {
      Campaigns campaigns = open.parts().campaigns();
      Change change = now ? campaigns.startNow(open.lead(), id) : campaigns.start(open.lead(), id);
      return CampaignJson.of(OpenCampaigns.done(change));
    });
  }
}
