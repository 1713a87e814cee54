package org.rapport.bot.cli;

import java.util.function.Supplier;
import org.rapport.bot.SettingsReader;
import org.rapport.bot.campaign.CampaignJson;
import org.rapport.bot.campaign.ResultsCsv;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "results",
    description = {
      "Counts what became of a campaign: what was sent, skipped and failed and why, and what",
      "people did, each share with its 95% interval. Nothing is said of fewer than five people."
    })
final class CampaignResultsCommand extends CampaignAccess {
  @Parameters(index = "0", paramLabel = "ID", description = "The campaign.")
  private String id = "";

  @ArgGroup private Form form = new Form();

  static final class Form {
    @Option(names = "--json", description = "One JSON object; so it is unless --csv is given.")
    private boolean json;

    @Option(names = "--csv", description = "A table for a spreadsheet.")
    private boolean csv;
  }

  CampaignResultsCommand(Supplier<SettingsReader> settings, Terminal terminal) {
    super(settings, terminal);
  }

  @Override
  public Integer call() {
    return form.json || !form.csv
        ? print(open -> CampaignJson.of(open.parts().results().of(open.campaign(id))))
        : printText(open -> ResultsCsv.of(open.parts().results().of(open.campaign(id))));
  }
}
