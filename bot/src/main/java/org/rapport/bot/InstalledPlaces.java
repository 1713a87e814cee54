package org.rapport.bot;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.rapport.bot.Settings.SlackAccess;
import org.rapport.bot.campaign.Installed;
import org.rapport.bot.channel.Address;
import org.rapport.bot.channel.slack.install.InstalledWorkspaces;
import org.rapport.bot.channel.teams.TeamsTenants;
import org.rapport.bot.store.Store;

/** Where Rapport is installed, by its settings and the record of installs. */
final class InstalledPlaces implements Installed {
  /** Whole audiences are asked about; one answer for each workspace will do for so long. */
  private static final Duration GOOD_FOR = Duration.ofSeconds(10);

  private final Settings settings;
  private final InstalledWorkspaces workspaces;
  private final TeamsTenants tenants;
  private final InstantSource clock;
  private final Map<Place, Answer> answers = new ConcurrentHashMap<>();

  private record Place(Address.Kind channel, String workspace) {}

  private record Answer(boolean isInstalled, Instant at) {}

  InstalledPlaces(Settings settings, Store store, InstantSource clock) {
    this.settings = settings;
    this.workspaces = new InstalledWorkspaces(store);
    this.tenants = new TeamsTenants(store);
    this.clock = clock;
  }

  @Override
  public boolean in(Address.Kind channel, String workspace) {
    return switch (channel) {
      case SLACK -> settings.slack().filter(slack -> inSlack(slack, workspace)).isPresent();
      case TEAMS -> settings.teams().filter(teams -> inTeams(teams, workspace)).isPresent();
      case WEB, TERMINAL -> false;
    };
  }

  private boolean inSlack(Settings.Slack slack, String workspace) {
    return switch (slack.access()) {
      case SlackAccess.OneWorkspace _ -> true;
      case SlackAccess.Installs _ -> isIn(new Place(Address.Kind.SLACK, workspace));
    };
  }

  private boolean isIn(Place place) {
    return answers
        .compute(place, (one, known) -> isFresh(known) ? known : asked(one))
        .isInstalled();
  }

  private boolean isFresh(@Nullable Answer known) {
    Instant now = clock.instant();
    return known != null && !known.at().isAfter(now) && now.isBefore(known.at().plus(GOOD_FOR));
  }

  private Answer asked(Place place) {
    return new Answer(
        switch (place.channel()) {
          case SLACK -> workspaces.include(place.workspace());
          case TEAMS -> tenants.include(place.workspace());
          case WEB, TERMINAL -> false;
        },
        clock.instant());
  }

  private boolean inTeams(Settings.Teams teams, String tenant) {
    boolean isAllowed =
        teams.appId().isEmpty()
            || teams.allowedTenants().isEmpty()
            || teams.allowedTenants().stream().anyMatch(tenant::equalsIgnoreCase);
    return isAllowed && isIn(new Place(Address.Kind.TEAMS, tenant));
  }
}
