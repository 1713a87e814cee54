package org.rapport.bot.channel.slack.install;

import com.slack.api.Slack;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import org.rapport.bot.Settings;
import org.rapport.bot.audit.Audit;
import org.rapport.bot.channel.Presence;
import org.rapport.bot.channel.slack.Pause;
import org.rapport.bot.channel.slack.SlackHttp;
import org.rapport.bot.channel.slack.SlackTokens;
import org.rapport.bot.channel.slack.SlackTrouble;
import org.rapport.bot.http.Pages;
import org.rapport.bot.http.Route;
import org.rapport.bot.http.Route.Reach;
import org.rapport.bot.keys.Keys;
import org.rapport.bot.store.Store;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Rapport in many Slack workspaces: the way in, and their tokens. */
public final class SlackInstalls implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(SlackInstalls.class);
  private static final String REDIRECT = "/slack/oauth_redirect";

  private final Slack client;
  private final StateCookie cookie;
  private final InstallStates states;
  private final SlackOAuth slack;
  private final InstallTable installs;
  private final TokenRefresh refresh;
  private final InstalledTokens tokens;
  private final SlackTrouble trouble;

  /**
   * @param publicUrl the address that people reach, to which Slack sends them back
   * @param keys seal the tokens
   * @param presence is told of workspaces that Rapport is removed from, and installed in
   */
  public SlackInstalls(
      Settings.Slack settings,
      Settings.SlackAccess.Installs app,
      URI publicUrl,
      Store store,
      Keys keys,
      Presence presence,
      InstantSource clock,
      MeterRegistry metrics) {
    this.client = SlackHttp.client(settings.apiUrl());
    this.cookie = new StateCookie(publicUrl);
    this.states = new InstallStates(store, clock);
    this.slack = new SlackOAuth(client, settings.apiUrl(), app, redirect(publicUrl), clock);
    this.installs = new InstallTable(store, keys);
    this.trouble = new SlackTrouble(metrics);
    this.refresh = new TokenRefresh(installs, slack, clock, Pause.REAL, trouble);
    this.tokens =
        new InstalledTokens(store, installs, presence, refresh, new Audit(store, clock), clock);
  }

  /** The tokens of all workspaces. */
  public SlackTokens tokens() {
    return tokens;
  }

  /** The pages that a person installs Rapport by. */
  public List<Route> routes(Pages pages) {
    InstallPages shown = new InstallPages(pages);
    // Not for HEAD: whoever only looks begins no install.
    Set<String> get = Set.of("GET");
    return List.of(
        new Route(
            "/slack/install",
            get,
            Reach.PUBLIC,
            List.of(),
            new BeginServlet(states, cookie, slack, shown)),
        new Route(
            REDIRECT,
            get,
            Reach.PUBLIC,
            List.of(),
            new RedirectServlet(states, cookie, slack, tokens::install, shown, trouble)));
  }

  /** Renews the tokens that end soon; to be done every few minutes. */
  public void refreshTokens() {
    refresh.refreshEnding();
  }

  /** Forgets installs that were begun and never ended, and seals with the newest key. */
  public void tidy() {
    states.forgetOld();
    String last = "";
    for (List<Install> page = installs.page(last); !page.isEmpty(); page = installs.page(last)) {
      page.forEach(this::reseal);
      last = page.getLast().id();
    }
  }

  private void reseal(Install install) {
    try {
      installs.reseal(install);
    } catch (Keys.Unopened wrongKeys) {
      log.error("{}", wrongKeys.why());
    }
  }

  @Override
  public void close() {
    SlackHttp.close(client);
  }

  private static URI redirect(URI publicUrl) {
    return URI.create(publicUrl.toString().replaceFirst("/$", "") + REDIRECT);
  }
}
