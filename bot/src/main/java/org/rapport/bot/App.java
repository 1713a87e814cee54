package org.rapport.bot;

import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rapport.bot.audit.Audit;
import org.rapport.bot.campaign.TestSends;
import org.rapport.bot.channel.SeenEvents;
import org.rapport.bot.conversation.ButtonHandler;
import org.rapport.bot.conversation.CampaignCommands;
import org.rapport.bot.conversation.CampaignForm;
import org.rapport.bot.conversation.Coach;
import org.rapport.bot.conversation.Commands;
import org.rapport.bot.conversation.Controls;
import org.rapport.bot.conversation.Documents;
import org.rapport.bot.conversation.FormPage;
import org.rapport.bot.conversation.HomePage;
import org.rapport.bot.conversation.LongWork;
import org.rapport.bot.conversation.Names;
import org.rapport.bot.conversation.QuestionLog;
import org.rapport.bot.conversation.SeenAgain;
import org.rapport.bot.conversation.SettingsForm;
import org.rapport.bot.conversation.Wording;
import org.rapport.bot.conversation.WrongAnswerForm;
import org.rapport.bot.delivery.AddressEnds;
import org.rapport.bot.delivery.Freeze;
import org.rapport.bot.delivery.SingleSends;
import org.rapport.bot.http.Limits;
import org.rapport.bot.http.Route;
import org.rapport.bot.http.WebServer;
import org.rapport.bot.inbox.Inbox;
import org.rapport.bot.inbox.TakingTurns;
import org.rapport.bot.people.Admins;
import org.rapport.bot.people.History;
import org.rapport.bot.people.People;
import org.rapport.bot.people.PersonalPreferences;
import org.rapport.bot.people.Roles;
import org.rapport.bot.release.Releases;
import org.rapport.bot.release.UploadsOnDemand;
import org.rapport.bot.store.DataFolder;
import org.rapport.bot.store.Store;
import org.rapport.knowledge.Knowledge;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The running server: every part, wired once, read top to bottom. */
public final class App implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(App.class);

  private final OpenParts parts;
  private final WebServer web;
  private final Store store;

  private App(OpenParts parts, WebServer web, Store store) {
    this.parts = parts;
    this.web = web;
    this.store = store;
  }

  /** Opens everything and starts to listen; when this fails, nothing is left open. */
  public static App start(Settings settings) {
    return start(settings, InstantSource.system());
  }

  /**
   * The same at another time than the machine's.
   *
   * @param clock by which nudges are planned and sent, and everything that is kept is dated
   */
  public static App start(Settings settings, InstantSource clock) {
    OpenParts parts = new OpenParts();
    try {
      DataFolder data = new DataFolder(settings.data());
      data.create();
      Store store = parts.add(Store.open(data, settings.databaseUrl()));
      store.migrate();
      WebServer web = wire(settings, data, store, clock, parts);
      log.info("Rapport listens on http://{}:{}", settings.host(), web.port());
      return new App(parts, web, store);
    } catch (RuntimeException e) {
      parts.close();
      throw e;
    }
  }

  /** The port that people and platforms reach. */
  public int port() {
    return web.port();
  }

  /** The port of probes and metrics; the public one unless they have their own. */
  public int operatorsPort() {
    return web.operatorsPort();
  }

  /** Returns when all that was answered so far is noted in the database. */
  public void settle() {
    store.settle();
  }

  /** Takes nothing new, finishes what was acknowledged, then stops. */
  @Override
  public void close() {
    parts.close();
  }

  private static WebServer wire(
      Settings settings, DataFolder data, Store store, InstantSource clock, OpenParts parts) {
    Knowledge knowledge = parts.add(Knowledge.open(data.index()));
    knowledge.warmUp();
    Foundation base = Foundation.laid(settings, store, clock, parts);
    Audit audit = new Audit(store, clock);
    Releases releases = GuidanceWiring.wired(base, knowledge, audit);
    People people = new People(store, clock);
    Roles roles = new Roles(store, new Admins(settings.admins()), audit, clock);
    QuestionLog questions = new QuestionLog(store, clock, settings.keepQuestions());
    SeenEvents seen = new SeenEvents(store, clock);
    Inbox inbox = InboxWiring.wired(base, seen, knowledge);
    ChannelNotices notices = base.notices();
    UploadsOnDemand uploads = new UploadsOnDemand(store, releases, clock);
    ExpertWiring experts =
        new ExpertWiring(
            store, knowledge, people, roles, audit, questions, notices, base.wording(), clock);
    experts.start(parts, base.chores());
    AdminWiring admins =
        new AdminWiring(store, people, roles, audit, notices, base.wording(), clock);
    parts.add(admins.work());
    SendingWiring sending = new SendingWiring();
    NudgeWiring nudges =
        NudgeWiring.of(store, people, audit, base.keys()::macs, base.wording(), clock);
    ChannelRosters rosters = new ChannelRosters();
    LongWork imports = parts.add(new LongWork(notices, base.wording()));
    CampaignParts campaigns =
        CampaignParts.wired(
            settings, store, base.keys()::macs, people, roles, audit, rosters, clock);
    CampaignCommands campaignCommands =
        campaigns.commands(
            nudges.previews(),
            new TestSends(
                sending::outlet,
                new SingleSends(store, clock),
                new Freeze(store, audit, clock),
                audit),
            base.wording());
    Commands commands =
        ChatCommands.wired(
            store,
            people,
            roles,
            audit,
            questions,
            nudges.commands(),
            campaignCommands,
            campaigns.peopleCommands(imports, base.wording()),
            base.keys()::macs,
            settings.publicUrl(),
            notices,
            experts.commands(),
            admins.freeze(),
            admins.admins(knowledge, releases, uploads, experts.places()),
            base.wording(),
            clock);
    Coach coach =
        new Coach(
            knowledge,
            people,
            questions,
            new Documents(roles, people, uploads, base.wording()),
            commands,
            controls(
                base,
                people,
                questions,
                nudges,
                experts,
                campaigns.form(campaignCommands, clock, base.wording())),
            home(base, nudges),
            base.wording(),
            settings.asksPerMinute(),
            clock,
            base.meters());
    TakingTurns responder =
        InboxWiring.takingTurns(base, new SeenAgain(coach, new AddressEnds(store, clock)));
    Housekeeping housekeeping = new Housekeeping(questions, seen);
    base.chores().every(Duration.ofMinutes(1), "forgetting quiet conversations", coach::forgetOld);
    base.chores().every(Duration.ofHours(1), "housekeeping", housekeeping::runOnce);
    base.chores().every(Duration.ofSeconds(5), "planning campaigns", campaigns.planner()::runOnce);
    campaigns.checkStandings(base.chores());

    WebRoutes web = new WebRoutes(base);
    List<Route> routes = new ArrayList<>(web.routes(knowledge, coach));
    routes.addAll(
        SlackWiring.routes(
            base, web.pages(), responder, people, seen, inbox, notices, rosters, sending));
    routes.addAll(TeamsWiring.routes(base, responder, seen, inbox, notices, rosters, sending));
    routes.add(CalendarWiring.route(base, audit));
    sending.start(base, audit, nudges.composer(), campaigns.eligibility());
    WebServer server =
        parts.add(WebServer.start(listen(settings), Limits.USUAL, web.pages(), routes));
    responder.giveWayTo(server::requestsUnderway);
    return server;
  }

  private static HomePage home(Foundation base, NudgeWiring nudges) {
    return new HomePage(
        new PersonalPreferences(base.store(), base.clock()),
        new History(base.store(), base.clock()),
        nudges.commands(),
        base.clock(),
        base.wording());
  }

  private static Controls controls(
      Foundation base,
      People people,
      QuestionLog questions,
      NudgeWiring nudges,
      ExpertWiring experts,
      CampaignForm campaign) {
    PersonalPreferences preferences = new PersonalPreferences(base.store(), base.clock());
    List<FormPage> forms = new ArrayList<>(nudges.forms());
    forms.add(campaign);
    forms.addAll(experts.forms());
    forms.add(new WrongAnswerForm(people, questions, base.wording()));
    forms.add(new SettingsForm(preferences, base.clock(), base.wording()));
    List<ButtonHandler> buttons = new ArrayList<>(nudges.buttons());
    buttons.addAll(experts.buttons());
    return new Controls(forms, buttons, base.wording());
  }

  /** The sentences of the bot, as these settings fill them; they name nobody. */
  public static Wording wording(Settings settings) {
    return wording(settings, _ -> Optional.empty());
  }

  /** The sentences of the bot, as these settings fill them, and what people are called. */
  static Wording wording(Settings settings, Names names) {
    return new Wording(
        Map.of(
            "contact",
            contact(settings.contact()),
            "days",
            Long.toString(settings.keepQuestions().toDays())),
        names);
  }

  /** Not every channel makes a link of a mail address, so that is shown. */
  private static String contact(Settings.Contact contact) {
    if (contact.link().isEmpty()) {
      return contact.words();
    }
    URI link = contact.link().get();
    return "mailto".equals(link.getScheme())
        ? contact.words() + " (" + link.getSchemeSpecificPart().split("\\?", 2)[0] + ")"
        : "[" + contact.words() + "](" + link + ")";
  }

  private static WebServer.Listen listen(Settings settings) {
    return new WebServer.Listen(settings.host(), settings.port(), settings.metricsPort());
  }
}
