package org.rapport.bot;

import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.rapport.bot.Settings.SlackAccess;
import org.rapport.bot.audit.Audit;
import org.rapport.bot.channel.Address;
import org.rapport.bot.channel.SeenEvents;
import org.rapport.bot.channel.slack.OneToken;
import org.rapport.bot.channel.slack.SlackApp;
import org.rapport.bot.channel.slack.SlackGuard;
import org.rapport.bot.channel.slack.SlackRenderer;
import org.rapport.bot.channel.slack.SlackServlet;
import org.rapport.bot.channel.slack.SlackTokens;
import org.rapport.bot.channel.slack.install.SlackInstalls;
import org.rapport.bot.channel.teams.TeamsChannel;
import org.rapport.bot.channel.teams.TeamsRenderer;
import org.rapport.bot.conversation.Coach;
import org.rapport.bot.conversation.Commands;
import org.rapport.bot.conversation.Documents;
import org.rapport.bot.conversation.Forms;
import org.rapport.bot.conversation.Outsiders;
import org.rapport.bot.conversation.QuestionLog;
import org.rapport.bot.conversation.SettingsForm;
import org.rapport.bot.conversation.Wording;
import org.rapport.bot.conversation.WrongAnswerForm;
import org.rapport.bot.http.Assets;
import org.rapport.bot.http.Health;
import org.rapport.bot.http.HealthServlet;
import org.rapport.bot.http.Limits;
import org.rapport.bot.http.MetricsServlet;
import org.rapport.bot.http.PageServlet;
import org.rapport.bot.http.Pages;
import org.rapport.bot.http.Route;
import org.rapport.bot.http.Route.Reach;
import org.rapport.bot.http.WebServer;
import org.rapport.bot.keys.Keys;
import org.rapport.bot.people.Admins;
import org.rapport.bot.people.People;
import org.rapport.bot.people.PersonalPreferences;
import org.rapport.bot.people.Roles;
import org.rapport.bot.release.PreparedVectors;
import org.rapport.bot.release.Releases;
import org.rapport.bot.release.Replica;
import org.rapport.bot.release.ShippedGuidance;
import org.rapport.bot.release.Uploads;
import org.rapport.bot.store.DataFolder;
import org.rapport.bot.store.Store;
import org.rapport.bot.trypage.TryPage;
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
    OpenParts parts = new OpenParts();
    try {
      DataFolder data = new DataFolder(settings.data());
      data.create();
      Store store = parts.add(Store.open(data, settings.databaseUrl()));
      store.migrate();
      WebServer web = wire(settings, data, store, parts);
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

  private static WebServer wire(Settings settings, DataFolder data, Store store, OpenParts parts) {
    InstantSource clock = InstantSource.system();
    PrometheusMeterRegistry meters = meters();
    parts.add(meters::close);
    Knowledge knowledge = parts.add(Knowledge.open(data.index()));
    knowledge.warmUp();
    meters.gauge("rapport.generation", knowledge, Knowledge::generation);
    SeenEvents seen = new SeenEvents(store, clock);
    QuestionLog questions = new QuestionLog(store, clock, settings.keepQuestions());
    Replica replica = new Replica(store, knowledge);
    Audit audit = new Audit(store, clock);
    Releases releases =
        new Releases(store, knowledge, replica, PreparedVectors.find(), audit, clock);
    People people = new People(store, clock);
    Roles roles = new Roles(store, new Admins(settings.admins()), audit, clock);
    Wording wording = wording(settings);
    Documents documents =
        new Documents(roles, people, () -> Uploads.besideShipped(store, releases, clock), wording);
    Keys keys = new KeyChoice(settings).readOrMake();
    ChannelNotices notices = new ChannelNotices();
    Commands commands =
        ChatCommands.wired(
            store, people, roles, audit, questions, keys::macs, notices, wording, clock);
    Coach coach =
        new Coach(
            knowledge,
            people,
            questions,
            documents,
            commands,
            new Forms(
                List.of(
                    new WrongAnswerForm(people, questions, wording),
                    new SettingsForm(new PersonalPreferences(store, clock), clock, wording)),
                wording),
            wording,
            settings.asksPerMinute(),
            clock,
            meters);
    Housekeeping housekeeping = new Housekeeping(questions, seen);
    Chores chores = parts.add(new Chores());
    chores.every(Duration.ofMinutes(1), "forgetting quiet conversations", coach::forgetOld);
    ShippedGuidance shipped = new ShippedGuidance(releases);
    chores.every(Duration.ofSeconds(2), "looking for new guidance", replica::keepUp);
    chores.every(Duration.ofSeconds(5), "taking in the shipped guidance", shipped::takeOver);
    chores.every(Duration.ofHours(1), "housekeeping", housekeeping::runOnce);
    if (!knowledge.ready()) {
      chores.once(
          "opening the guidance",
          () -> {
            replica.keepUp();
            shipped.takeOver();
          });
    }

    Assets assets = new Assets();
    Pages pages = new Pages(assets);
    List<Route> routes = new ArrayList<>();
    routes.add(Route.get("/health/live", Reach.PROBE, new HealthServlet(() -> Health.LIVE)));
    routes.add(
        Route.get(
            "/health/ready",
            Reach.PROBE,
            new HealthServlet(Health.readiness(knowledge::ready, store::reachable))));
    routes.add(Route.get("/metrics", Reach.OPERATORS, new MetricsServlet(meters)));
    routes.add(assets.route());
    if (settings.dev()) {
      routes.addAll(
          TryPage.routes(
              pages,
              coach,
              message -> SlackRenderer.render(message).json(),
              message -> TeamsRenderer.card(message).toString()));
    } else {
      routes.add(Route.get("", Reach.PUBLIC, productPage(settings, pages)));
    }
    settings
        .slack()
        .ifPresent(slack -> {
          SlackTokens tokens =
              switch (slack.access()) {
                case SlackAccess.OneWorkspace one -> new OneToken(one.botToken());
                case SlackAccess.Installs many -> {
                  SlackInstalls installs =
                      parts.add(
                          new SlackInstalls(
                              slack, many, settings.publicUrl(), store, keys, clock, meters));
                  routes.addAll(installs.routes(pages));
                  chores.every(Duration.ofMinutes(5), "renewing tokens", installs::refreshTokens);
                  chores.every(Duration.ofHours(1), "tidying installs", installs::tidy);
                  yield installs.tokens();
                }
              };
          SlackApp app =
              parts.add(new SlackApp(slack, tokens, coach, new Outsiders(wording), seen, meters));
          notices.add(Address.Kind.SLACK, app::tell);
          SlackGuard guard = new SlackGuard(slack.signingSecret(), clock);
          routes.add(Route.post("/slack/events", Reach.PUBLIC, new SlackServlet(app), guard));
        });
    settings
        .teams()
        .ifPresent(teams -> {
          TeamsChannel channel =
              parts.add(new TeamsChannel(settings, teams, coach, seen, meters, clock));
          Reach reach = teams.appId().isEmpty() ? Reach.THIS_MACHINE : Reach.PUBLIC;
          routes.add(Route.post(TeamsChannel.PATH, reach, channel.servlet(), channel.guard()));
        });
    return parts.add(WebServer.start(listen(settings), Limits.USUAL, pages, routes));
  }

  /** The sentences of the bot, as these settings fill them. */
  public static Wording wording(Settings settings) {
    return new Wording(
        Map.of(
            "contact",
            contact(settings.contact()),
            "days",
            Long.toString(settings.keepQuestions().toDays())));
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

  private static PrometheusMeterRegistry meters() {
    PrometheusMeterRegistry meters = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    Stream.of(
            new JvmMemoryMetrics(),
            new JvmThreadMetrics(),
            new ProcessorMetrics(),
            new UptimeMetrics())
        .forEach(jvm -> jvm.bindTo(meters));
    return meters;
  }

  private static PageServlet productPage(Settings settings, Pages pages) {
    Map<String, Object> connected =
        Map.of("slack", settings.slack().isPresent(), "teams", settings.teams().isPresent());
    return new PageServlet(() -> pages.render("product.jte", connected));
  }

  private static WebServer.Listen listen(Settings settings) {
    return new WebServer.Listen(settings.host(), settings.port(), settings.metricsPort());
  }
}
