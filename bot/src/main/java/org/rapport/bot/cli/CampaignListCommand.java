package org.rapport.bot.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Supplier;
import org.rapport.bot.SettingsReader;
import org.rapport.bot.campaign.CampaignJson;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "list", description = "Lists campaigns and templates, last changed first.")
final class CampaignListCommand extends CampaignAccess {
  @Option(names = "--all", description = "With those that are archived.")
  private boolean all;

  CampaignListCommand(Supplier<SettingsReader> settings, Terminal terminal) {
    super(settings, terminal);
  }

  @Override
  public Integer call() {
    return print(open -> {
      ObjectNode node = new ObjectMapper().createObjectNode();
      ArrayNode campaigns = node.putArray("campaigns");
      open.parts().campaigns().list(open.lead(), all).stream()
          .map(CampaignJson::brief)
          .forEach(campaigns::add);
      return node;
    });
  }
}
