package org.rapport.bot.cli;

import java.util.function.Supplier;
import org.rapport.bot.SettingsReader;
import org.rapport.bot.campaign.CampaignJson;
import org.rapport.bot.campaign.Plan;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "duplicate", description = "Makes a draft with the plan of another campaign.")
final class CampaignDuplicateCommand extends CampaignAccess {
  @Parameters(index = "0", paramLabel = "ID", description = "The campaign or template.")
  private String id = "";

  @Option(names = "--name", paramLabel = "NAME", required = true, description = "Of the copy.")
  private String name = "";

  CampaignDuplicateCommand(Supplier<SettingsReader> settings, Terminal terminal) {
    super(settings, terminal);
  }

  @Override
  public Integer call() {
    if (name.isBlank() || name.length() > Plan.LONGEST_NAME || name.lines().count() > 1) {
      throw new Refusal("Expected a name of 1 to " + Plan.LONGEST_NAME + " characters");
    }
    return print(open ->
        CampaignJson.of(
            OpenCampaigns.done(open.parts().campaigns().duplicate(open.lead(), id, name))));
  }
}
