package org.rapport.bot.channel.slack.install;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.rapport.bot.audit.Actor;
import org.rapport.bot.audit.Audit;
import org.rapport.bot.audit.Deed;
import org.rapport.bot.channel.Address;
import org.rapport.bot.channel.Presence;
import org.rapport.bot.channel.slack.SlackRemoval;
import org.rapport.bot.channel.slack.SlackTeam;
import org.rapport.bot.channel.slack.SlackTokens;
import org.rapport.bot.keys.Keys;
import org.rapport.bot.people.Actors;
import org.rapport.bot.store.Store;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The tokens of all workspaces that installed Rapport. The database is asked each time, so that a
 * workspace that left is left alone at once, by all replicas; what it said last, still sealed, does
 * while it is away.
 */
final class InstalledTokens implements SlackTokens {
  private static final Logger log = LoggerFactory.getLogger(InstalledTokens.class);
  private static final Actor SLACK = new Actor("Slack", "event");
  private static final int MOST_REMEMBERED = 10_000;

  private final Store store;
  private final InstallTable installs;
  private final Presence presence;
  private final TokenRefresh refresh;
  private final Audit audit;
  private final InstantSource clock;
  private final Map<String, Install> remembered = Collections.synchronizedMap(new Recent());

  InstalledTokens(
      Store store,
      InstallTable installs,
      Presence presence,
      TokenRefresh refresh,
      Audit audit,
      InstantSource clock) {
    this.store = store;
    this.installs = installs;
    this.presence = presence;
    this.refresh = refresh;
    this.audit = audit;
    this.clock = clock;
  }

  @Override
  public BotToken in(SlackTeam team) {
    Optional<Optional<Install>> asked =
        store.attempt("finding a token of Slack", () -> installs.find(team).map(refresh::inTime));
    if (asked.isEmpty()) {
      Install last = remembered.get(team.id());
      return last == null ? new BotToken.Away("database_away") : opened(last);
    }
    if (asked.get().isEmpty()) {
      remembered.remove(team.id());
      return new BotToken.NotInstalled();
    }
    Install install = asked.get().get();
    remembered.put(team.id(), install);
    return opened(install);
  }

  @Override
  public boolean installed(SlackTeam team) {
    return store
        .attempt("finding an install of Slack", () -> installs.find(team).isPresent())
        .orElse(true);
  }

  @Override
  public void belongs(String workspace, SlackTeam installed) {
    if (installed.grid().isEmpty()) {
      return;
    }
    Optional<Boolean> _ =
        store.attempt(
            "noting a workspace of a Grid",
            () ->
                installs.isNews(workspace, installed)
                    && store.write(handle -> note(handle, workspace, installed.grid().get())));
  }

  private boolean note(Handle handle, String workspace, String grid) {
    installs.noteWorkspace(handle, workspace, grid);
    presence.installed(handle, Address.Kind.SLACK, workspace);
    return true;
  }

  @Override
  public void uninstalled(SlackTeam team, Instant at) {
    store.run(handle -> {
      List<String> served = installs.workspaces(handle, team.id());
      if (installs.remove(handle, team.id(), endOfSecond(at))) {
        audit.note(handle, SLACK, deed("uninstall", team.id()));
        served.stream()
            .filter(workspace -> !InstalledWorkspaces.include(handle, workspace))
            .forEach(workspace -> SlackRemoval.of(handle, presence, workspace));
      }
    });
    remembered.values().removeIf(known -> known.id().equals(team.id()));
  }

  @Override
  public void revoked(SlackTeam team, Set<String> bots, Instant at) {
    boolean ours = store.read(handle -> installs.isBot(handle, team.id(), bots));
    if (ours) {
      uninstalled(team, at);
    }
  }

  /** Keeps what Slack granted. */
  void install(Grant grant) {
    Grant.Place place = grant.place();
    store.run(handle -> {
      installs.save(handle, grant, clock.instant());
      presence.installed(handle, Address.Kind.SLACK, place.id());
      audit.note(handle, Actors.of(place.installer()), deed("install", place.id()));
    });
    log.info("Rapport was installed in the Slack workspace {}", place.id());
  }

  private BotToken opened(Install install) {
    if (install.endsBy(clock.instant())) {
      return new BotToken.Away("token_expired");
    }
    try {
      return new BotToken.Good(installs.botToken(install), install.gridWide());
    } catch (Keys.Unopened wrongKeys) {
      log.error("{}", wrongKeys.why());
      return new BotToken.Away("token_unopened");
    }
  }

  private static Deed deed(String action, String id) {
    return new Deed("", action, "slack " + id, Deed.Result.DONE, "");
  }

  /** Slack tells the second, the database knows the millisecond. */
  private static Instant endOfSecond(Instant at) {
    return at.plusSeconds(1);
  }

  /** The least recently used go first. */
  private static final class Recent extends LinkedHashMap<String, Install> {
    private static final long serialVersionUID = 1L;

    Recent() {
      super(16, 0.75f, true);
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<String, Install> eldest) {
      return size() > MOST_REMEMBERED;
    }
  }
}
