package org.rapport.bot.channel.teams;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.rapport.bot.Settings;
import org.rapport.bot.channel.SeenEvents;
import org.rapport.bot.channel.SerialLanes;
import org.rapport.bot.conversation.Responder;

/** Microsoft Teams, wired: {@link #guard} and {@link #servlet} go on {@value #PATH}. */
public final class TeamsChannel implements AutoCloseable {
  /** Where Teams sends everything. */
  public static final String PATH = "/api/messages";

  private static final Duration STOP_WITHIN = Duration.ofSeconds(20);

  private final TeamsHttp http;
  private final SerialLanes lanes = new SerialLanes(STOP_WITHIN);
  private final TeamsGuard guard;
  private final TeamsServlet servlet;

  /**
   * @throws Settings.Invalid if these settings would let strangers in
   */
  public TeamsChannel(
      Settings settings,
      Settings.Teams teams,
      Responder coach,
      SeenEvents seen,
      MeterRegistry meters,
      InstantSource clock) {
    this(settings, teams, coach, seen, meters, clock, Patience.standard());
  }

  TeamsChannel(
      Settings settings,
      Settings.Teams teams,
      Responder coach,
      SeenEvents seen,
      MeterRegistry meters,
      InstantSource clock,
      Patience patience) {
    refuseStrangers(settings, teams);
    TeamsErrors errors = new TeamsErrors(meters);
    http = new TeamsHttp(patience);
    TeamsAdapter adapter = new TeamsAdapter(teams, http);
    FirstTime firstTime = new FirstTime(seen);
    TeamsSender sender = new TeamsSender(errors);
    TeamsReplies replies = new TeamsReplies(coach, sender);
    TeamsButtons buttons =
        new TeamsButtons(coach, firstTime, replies, sender, new AfterTurn(lanes));
    TeamsBot bot =
        new TeamsBot(
            coach,
            firstTime,
            replies,
            buttons,
            new TeamsDialogs(coach),
            new TeamsFeedback(coach, replies),
            new TeamsFiles(http, errors));
    guard = new TeamsGuard(tokens(teams, http, clock), teams.allowedTenants(), errors);
    servlet = new TeamsServlet(adapter, bot, lanes, errors);
  }

  /** The filter before {@link #servlet}. */
  public TeamsGuard guard() {
    return guard;
  }

  public TeamsServlet servlet() {
    return servlet;
  }

  /** Finishes what was acknowledged, for up to 20 seconds. Stop listening first. */
  @Override
  public void close() {
    lanes.close();
    http.close();
  }

  private static Optional<TokenGuard> tokens(
      Settings.Teams teams, TeamsHttp http, InstantSource clock) {
    return teams.appId().isBlank()
        ? Optional.empty()
        : Optional.of(
            new TokenGuard(teams.appId(), new SigningKeys(teams.openIdMetadata(), http, clock)));
  }

  private static void refuseStrangers(Settings settings, Settings.Teams teams) {
    if (teams.appId().isBlank()) {
      if (!settings.dev() || !Loopback.isHost(settings.host())) {
        throw invalid(
            "MicrosoftAppId is empty: only with RAPPORT_DEV=true and HOST on this machine, for the"
                + " Agents Playground");
      }
      return;
    }
    if (teams.singleTenant() && teams.tenant().isEmpty()) {
      throw invalid("MicrosoftAppTenantId: expected the tenant of a single-tenant bot");
    }
    if (teams.allowedTenants().isEmpty()) {
      throw invalid("Teams: expected at least one tenant whose people are answered");
    }
    if (!Loopback.safe(teams.openIdMetadata())) {
      throw invalid("BotOpenIdMetadata: expected https, or http on this machine");
    }
    if (!Loopback.safe(teams.loginUrl())) {
      throw invalid("MICROSOFT_LOGIN_URL: expected https, or http on this machine");
    }
  }

  private static Settings.Invalid invalid(String problem) {
    return new Settings.Invalid(List.of(problem));
  }
}
