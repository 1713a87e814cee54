package org.rapport.bot.channel.teams;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rapport.bot.Settings;
import org.rapport.bot.channel.Address;
import org.rapport.bot.channel.Channel;
import org.rapport.bot.channel.Circle;
import org.rapport.bot.channel.Listing;
import org.rapport.bot.channel.Presence;
import org.rapport.bot.channel.Rosters;
import org.rapport.bot.channel.SeenEvents;
import org.rapport.bot.channel.SerialLanes;
import org.rapport.bot.conversation.Interrupted;
import org.rapport.bot.conversation.Names;
import org.rapport.bot.conversation.Notices;
import org.rapport.bot.conversation.Responder;
import org.rapport.bot.conversation.Wording;
import org.rapport.bot.inbox.Inbox;
import org.rapport.bot.people.KeyedHash;
import org.rapport.bot.store.Store;

/** Microsoft Teams, wired: {@link #guard} and {@link #servlet} go on {@value #PATH}. */
public final class TeamsChannel implements AutoCloseable {
  /** Where Teams sends everything. */
  public static final String PATH = "/api/messages";

  private static final Duration STOP_WITHIN = Duration.ofSeconds(20);

  private final TeamsHttp http;
  private final SerialLanes lanes = new SerialLanes(STOP_WITHIN);
  private final TeamsGuard guard;
  private final TeamsServlet servlet;
  private final TeamsDelivery delivery;
  private final TeamsNotices notices;
  private final TeamsRosters rosters;
  private final TeamsNames names;
  private final RatedMessages rated;

  /**
   * @param inbox keeps what is acknowledged
   * @param presence is told who installs the bot and who removes it
   * @param hash for what is kept of messages
   * @throws Settings.Invalid if these settings would let strangers in
   */
  public TeamsChannel(
      Settings settings,
      Settings.Teams teams,
      Responder coach,
      SeenEvents seen,
      Inbox inbox,
      Presence presence,
      Store store,
      KeyedHash hash,
      Wording wording,
      MeterRegistry meters,
      InstantSource clock) {
    this(
        settings,
        teams,
        coach,
        seen,
        inbox,
        presence,
        store,
        hash,
        wording,
        meters,
        clock,
        Patience.standard());
  }

  TeamsChannel(
      Settings settings,
      Settings.Teams teams,
      Responder coach,
      SeenEvents seen,
      Inbox inbox,
      Presence presence,
      Store store,
      KeyedHash hash,
      Wording wording,
      MeterRegistry meters,
      InstantSource clock,
      Patience patience) {
    refuseStrangers(settings, teams);
    TeamsErrors errors = new TeamsErrors(meters);
    http = new TeamsHttp(patience);
    TeamsConnectors connectors = new TeamsConnectors(teams, http);
    TeamsReferences references = new TeamsReferences(store, clock);
    delivery = new TeamsDelivery(new UnaskedMessages(references, connectors::once, errors));
    notices =
        new TeamsNotices(
            new UnaskedMessages(references, connectors::patient, errors), lanes, errors);
    rosters = new TeamsRosters(references, new RosterPages(connectors.direct()), patience, clock);
    names = new TeamsNames(references, connectors::once);
    rated = new RatedMessages(store, hash, clock);
    FirstTime firstTime = new FirstTime(seen);
    TeamsSender sender = new TeamsSender(errors);
    AfterTurn after = new AfterTurn(lanes, inbox);
    FileOffers offers =
        new FileOffers(coach, sender, after, firstTime, new FileUpload(http, errors), wording);
    TeamsReplies replies =
        new TeamsReplies(coach, sender, new TypingWhileSlow(http, sender), offers, rated);
    TeamsButtons buttons = new TeamsButtons(coach, firstTime, replies, sender, after, wording);
    TeamsDialogs dialogs = new TeamsDialogs(coach);
    TeamsExtension extension = new TeamsExtension(coach, new ExtensionResults(wording));
    TeamsBot bot =
        new TeamsBot(
            firstTime,
            new TeamsInstalls(references, presence),
            new TeamsMentions(references),
            replies,
            new TeamsFiles(http, errors),
            new Interrupted(wording),
            Map.of(
                TeamsButtons.NAME, buttons::answer,
                TeamsDialogs.FETCH, dialogs::fetch,
                TeamsDialogs.SUBMIT, dialogs::submit,
                TeamsExtension.QUERY, extension::query,
                TeamsExtension.SELECT, extension::select,
                TeamsExtension.FETCH, extension::fetch,
                TeamsExtension.SUBMIT, dialogs::submit,
                FileOffers.NAME, offers::answer,
                TeamsFeedback.NAME, new TeamsFeedback(coach, replies)::answer));
    guard = new TeamsGuard(tokens(teams, http, clock), teams.allowedTenants(), errors);
    servlet = new TeamsServlet(new TeamsAdapter(teams, connectors), bot, lanes, inbox, errors);
    inbox.resume(Address.Kind.TEAMS, servlet::resume);
  }

  /** The filter before {@link #servlet}. */
  public TeamsGuard guard() {
    return guard;
  }

  public TeamsServlet servlet() {
    return servlet;
  }

  /** Where nudges go out. */
  public Channel delivery() {
    return delivery;
  }

  /** Tells people things where they did not just write. */
  public Notices notices() {
    return notices;
  }

  /** Says who is in teams and group chats. */
  public Rosters rosters() {
    return rosters;
  }

  /** Says who is in them without the server, which knows no conversation that is not kept. */
  public static Listing list(
      Settings.Teams teams, Store store, InstantSource clock, Circle circle, Duration within) {
    Patience patience = Patience.standard();
    try (TeamsHttp http = new TeamsHttp(patience)) {
      return new TeamsRosters(
              new TeamsReferences(store, clock),
              new RosterPages(new TeamsConnectors(teams, http).direct()),
              patience,
              clock)
          .list(circle, within);
    }
  }

  /** What people of Teams are called. */
  public Names names() {
    return names;
  }

  /** Forgets old messages, once; a thread calls this now and then. */
  public void tidy() {
    rated.forgetOld();
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
