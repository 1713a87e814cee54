package org.rapport.bot.cli;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.rapport.bot.SettingsReader;
import org.rapport.bot.campaign.CampaignJson;
import org.rapport.bot.campaign.LibraryIds;
import org.rapport.bot.campaign.Plan;
import org.rapport.bot.campaign.PlanReader;
import org.rapport.knowledge.content.ShippedContent;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "create", description = "Makes a draft of a plan in JSON, and prints it.")
final class CampaignCreateCommand extends CampaignAccess {
  @Option(
      names = "--file",
      paramLabel = "FILE",
      required = true,
      description = "The plan; show prints one.")
  private Path file = Path.of("");

  @Option(names = "--template", description = "Only to be copied.")
  private boolean template;

  CampaignCreateCommand(Supplier<SettingsReader> settings, Terminal terminal) {
    super(settings, terminal);
  }

  @Override
  public Integer call() {
    Plan plan = plan(file);
    return print(open ->
        CampaignJson.of(
            template
                ? open.parts().campaigns().createTemplate(open.lead(), plan)
                : open.parts().campaigns().create(open.lead(), plan)));
  }

  static Plan plan(Path file) {
    byte[] json = GivenFileText.bytes(file, PlanReader.LONGEST);
    return PlanReader.read(
        new String(json, StandardCharsets.UTF_8),
        () -> LibraryIds.of(ShippedContent.read().library()));
  }
}
