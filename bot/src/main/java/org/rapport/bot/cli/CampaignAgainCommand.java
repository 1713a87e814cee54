package org.rapport.bot.cli;

import java.util.function.Supplier;
import org.rapport.bot.SettingsReader;
import org.rapport.bot.campaign.CampaignJson;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "again",
    description = "Makes a draft of a nudge for those alone whom it was not sent to.")
final class CampaignAgainCommand extends CampaignAccess {
  @Parameters(index = "0", paramLabel = "ID", description = "The campaign.")
  private String id = "";

  @Option(names = "--nudge", paramLabel = "NUMBER", description = "Which nudge; 1 unless given.")
  private int number = 1;

  CampaignAgainCommand(Supplier<SettingsReader> settings, Terminal terminal) {
    super(settings, terminal);
  }

  @Override
  public Integer call() {
    return print(open ->
        open.parts()
            .again()
            .draft(open.lead(), open.campaign(id), number)
            .map(CampaignJson::of)
            .orElseThrow(() ->
                new Refusal(
                    "Nudge " + number + " of the campaign missed nobody, or is none of its own")));
  }
}
