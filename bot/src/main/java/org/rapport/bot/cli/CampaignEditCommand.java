package org.rapport.bot.cli;

import java.nio.file.Path;
import java.util.function.Supplier;
import org.rapport.bot.SettingsReader;
import org.rapport.bot.campaign.CampaignJson;
import org.rapport.bot.campaign.Plan;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "edit",
    description = "Puts another plan in the place of a campaign's; approval is needed anew.")
final class CampaignEditCommand extends CampaignAccess {
  @Parameters(index = "0", paramLabel = "ID", description = "The campaign.")
  private String id = "";

  @Option(names = "--file", paramLabel = "FILE", required = true, description = "The plan.")
  private Path file = Path.of("");

  CampaignEditCommand(Supplier<SettingsReader> settings, Terminal terminal) {
    super(settings, terminal);
  }

  @Override
  public Integer call() {
    Plan plan = CampaignCreateCommand.plan(file);
    return print(open ->
        CampaignJson.of(OpenCampaigns.done(open.parts().campaigns().edit(open.lead(), id, plan))));
  }
}
