package org.rapport.bot.cli;

import java.util.function.Supplier;
import org.rapport.bot.SettingsReader;
import org.rapport.bot.campaign.CampaignJson;
import org.rapport.bot.campaign.Campaigns;
import org.rapport.bot.campaign.Change;
import org.rapport.bot.campaign.Lead;
import picocli.CommandLine;
import picocli.CommandLine.Parameters;

/** A step in a campaign's life that needs nothing but its id. */
final class CampaignStepCommand extends CampaignAccess {
  private final Step step;

  @Parameters(index = "0", paramLabel = "ID", description = "The campaign.")
  private String id = "";

  private CampaignStepCommand(Supplier<SettingsReader> settings, Terminal terminal, Step step) {
    super(settings, terminal);
    this.step = step;
  }

  /** What the step does. */
  @FunctionalInterface
  interface Step {
    Change take(Campaigns campaigns, Lead lead, String id);
  }

  /** The command of a name. */
  static CommandLine named(
      String name,
      String description,
      Step step,
      Supplier<SettingsReader> settings,
      Terminal terminal) {
    CommandLine line = new CommandLine(new CampaignStepCommand(settings, terminal, step));
    line.setCommandName(name);
    line.getCommandSpec().usageMessage().description(description);
    return line;
  }

  @Override
  public Integer call() {
    return print(open ->
        CampaignJson.of(OpenCampaigns.done(step.take(open.parts().campaigns(), open.lead(), id))));
  }
}
