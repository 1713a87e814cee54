package org.rapport.bot.cli;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.rapport.bot.SettingsReader;
import org.rapport.bot.campaign.Campaign;
import org.rapport.bot.campaign.nudge.CampaignPreviews.Preview;
import org.rapport.bot.channel.Address;
import org.rapport.bot.people.AddressText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "preview",
    description = {
      "Shows the next nudge as somebody would get it: its words, then exactly what Slack or Teams",
      "would be given. Nothing is sent or kept."
    })
final class CampaignPreviewCommand extends CampaignAccess {
  @Parameters(index = "0", paramLabel = "ID", description = "The campaign.")
  private String id = "";

  @Option(
      names = "--person",
      paramLabel = "ADDRESS",
      required = true,
      description = "Who would get it: " + AddressText.EXPECTED + ".")
  private String person = "";

  @Option(
      names = "--as",
      paramLabel = "CHANNEL",
      description = "Drawn for slack or teams; for that of the person's address if left out.")
  private DrawnNudge.@Nullable Place as;

  @Option(names = "--json", description = "Prints one JSON object.")
  private boolean json;

  CampaignPreviewCommand(Supplier<SettingsReader> settings, Terminal terminal) {
    super(settings, terminal);
  }

  @Override
  public Integer call() {
    Address who =
        AddressText.read(person)
            .orElseThrow(() -> new Refusal("Expected as --person " + AddressText.EXPECTED));
    return printText(open -> printed(open, who));
  }

  private String printed(OpenCampaigns open, Address who) {
    Campaign campaign = open.campaign(id);
    DrawnNudge drawn = drawn(open.previews().of(campaign, who), who);
    return json
        ? drawn.json(campaign.id(), AddressText.of(who)).toPrettyString() + System.lineSeparator()
        : drawn.reading();
  }

  private DrawnNudge drawn(Preview preview, Address who) {
    return switch (preview) {
      case Preview.Shown shown -> DrawnNudge.of(shown.nudge(), place(who));
      case Preview.NobodyKnown _ ->
          throw new Refusal(
              "Nobody of the organisation is known there; rapport people import enrols people");
      case Preview.Nothing _ -> throw new Refusal("The library has nothing for this person");
    };
  }

  private DrawnNudge.Place place(Address who) {
    if (as != null) {
      return as;
    }
    return who.channel() == Address.Kind.TEAMS ? DrawnNudge.Place.teams : DrawnNudge.Place.slack;
  }
}
