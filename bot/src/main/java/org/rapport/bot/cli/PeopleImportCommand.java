package org.rapport.bot.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.rapport.bot.SettingsReader;
import org.rapport.bot.campaign.CampaignJson;
import org.rapport.bot.campaign.PeopleImport;
import org.rapport.bot.campaign.RosterImport;
import org.rapport.bot.channel.Circle;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "import",
    description = {
      "Enrols people. A table with commas, in UTF-8, names the columns in its first row:",
      "address (slack:TEAM/USER or teams:TENANT/AADID), and any of position, stage (0 to 5), zone,",
      "nation, tags and leave (days such as 2026-12-20..2027-01-04), the last two with semicolons",
      "between. Good rows are taken; bad ones are listed with what is wrong. Of a group in Slack or",
      "a team in Teams its members are taken; guests, bots and others are listed with the reason."
    })
final class PeopleImportCommand extends CampaignAccess {
  @ArgGroup(multiplicity = "1")
  private From from = new From();

  @Option(
      names = "--workspace",
      paramLabel = "ID",
      description =
          "The Slack team or Teams tenant of the group; needed where the organisation has several.")
  private @Nullable String workspace;

  @Option(
      names = "--by",
      paramLabel = "WORDS",
      description = "Who enrols them, as they will read it; unless given: ${DEFAULT-VALUE}.")
  private String by = "your communications team";

  @Option(
      names = "--because",
      paramLabel = "WORDS",
      description = "Why, as they will read it; unless given: ${DEFAULT-VALUE}.")
  private String because = "a short nudge a week helps leaders to use social media well";

  @Option(names = "--list", paramLabel = "NAME", description = "Puts them all on this list.")
  private @Nullable String list;

  /** Where they come from: one of these. */
  static final class From {
    @Parameters(index = "0", paramLabel = "FILE", description = "The table.")
    private @Nullable Path file;

    @Option(
        names = "--slack-group",
        paramLabel = "@HANDLE|ID",
        description = "A user group of Slack, such as @board or S0123ABC.")
    private @Nullable String slackGroup;

    @Option(
        names = "--teams-team",
        paramLabel = "ID",
        description =
            "A team, channel or group chat of Teams that has Rapport, such as 19:...@thread.tacv2.")
    private @Nullable String teamsTeam;
  }

  PeopleImportCommand(Supplier<SettingsReader> settings, Terminal terminal) {
    super(settings, terminal);
  }

  @Override
  public Integer call() {
    PeopleImport.Why why = new PeopleImport.Why(by, because, Optional.ofNullable(list));
    if (from.slackGroup != null) {
      String group = from.slackGroup;
      return print(open -> taken(open, Circle.Kind.USER_GROUP, group, why));
    }
    if (from.teamsTeam != null) {
      String team = from.teamsTeam;
      return print(open -> taken(open, Circle.Kind.TEAM, team, why));
    }
    byte[] table =
        GivenFileText.bytes(Optional.ofNullable(from.file).orElseThrow(), PeopleImport.LARGEST);
    return print(open -> CampaignJson.of(open.parts().imports().take(open.lead(), table, why)));
  }

  private JsonNode taken(OpenCampaigns open, Circle.Kind kind, String id, PeopleImport.Why why) {
    List<String> own =
        open.workspaces().of(open.lead().organisation(), new Circle(kind, "-", id).channel());
    Circle circle = new Circle(kind, OneWorkspace.among(own, workspace), id);
    return switch (open.parts().rosterImports().take(open.lead(), circle, why)) {
      case RosterImport.Outcome.Taken taken -> CampaignJson.of(taken);
      case RosterImport.Outcome.Unread unread ->
          throw new Refusal("Nobody is enrolled: " + UnreadText.of(unread.reason()));
    };
  }
}
