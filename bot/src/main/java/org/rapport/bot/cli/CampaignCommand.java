package org.rapport.bot.cli;

import java.util.function.Supplier;
import org.rapport.bot.SettingsReader;
import org.rapport.bot.campaign.Campaigns;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Leads to the commands about campaigns. */
@Command(
    name = "campaign",
    description = "Plans, starts and stops campaigns, and counts what became of them.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND")
final class CampaignCommand {
  private CampaignCommand() {}

  static CommandLine of(Supplier<SettingsReader> settings, Terminal terminal) {
    CommandLine line = new CommandLine(new CampaignCommand());
    line.addSubcommand(new CampaignCreateCommand(settings, terminal));
    line.addSubcommand(new CampaignEditCommand(settings, terminal));
    line.addSubcommand(new CampaignListCommand(settings, terminal));
    line.addSubcommand(new CampaignShowCommand(settings, terminal));
    line.addSubcommand(new CampaignPreflightCommand(settings, terminal));
    line.addSubcommand(new CampaignPreviewCommand(settings, terminal));
    step(line, "submit", "Asks for a second person.", Campaigns::submit, settings, terminal);
    step(line, "approve", "Agrees to somebody's plan.", Campaigns::approve, settings, terminal);
    line.addSubcommand(new CampaignStartCommand(settings, terminal));
    step(line, "pause", "Holds a campaign up.", Campaigns::pause, settings, terminal);
    step(line, "resume", "Lets it go on.", Campaigns::resume, settings, terminal);
    step(line, "cancel", "Ends it for good.", Campaigns::cancel, settings, terminal);
    step(line, "archive", "Leaves it out of lists.", Campaigns::archive, settings, terminal);
    line.addSubcommand(new CampaignDuplicateCommand(settings, terminal));
    line.addSubcommand(new CampaignResultsCommand(settings, terminal));
    line.addSubcommand(new CampaignAgainCommand(settings, terminal));
    line.addSubcommand(new CampaignRulesCommand(settings, terminal));
    return line;
  }

  private static void step(
      CommandLine line,
      String name,
      String description,
      CampaignStepCommand.Step step,
      Supplier<SettingsReader> settings,
      Terminal terminal) {
    line.addSubcommand(
        name, CampaignStepCommand.named(name, description, step, settings, terminal));
  }
}
