package org.rapport.bot.endtoend;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.rapport.bot.App;
import org.rapport.bot.CapturedLog;
import org.rapport.bot.Settings;
import org.rapport.bot.SettingsReader;
import org.rapport.bot.ShippedIndex;
import org.rapport.bot.channel.slack.FakeSlack;
import org.rapport.bot.channel.teams.FakeConnector;
import org.rapport.bot.channel.teams.FakeLogin;
import org.rapport.bot.store.DataFolder;
import org.rapport.bot.store.TestDatabase;

/**
 * Rapport as operators run it, set by variables, between a fake Slack and a fake Teams. When it is
 * closed, everything that went out and everything that was logged has been checked.
 */
final class RunningRapport implements AutoCloseable {
  static final String SIGNING_SECRET = "8f742231b10e8888abcd99yyyzzz85a5";
  static final String APP_ID = "app-of-rapport";
  private static final String BOT_TOKEN = "xoxb-1-not-to-be-logged";
  private static final String APP_PASSWORD = "password-not-to-be-logged";
  private static final String TOKEN_FOR_TEAMS = "token-for-teams";

  final FakeSlack slack = new FakeSlack();
  final FakeLogin login = new FakeLogin();
  final FakeConnector teams = new FakeConnector();
  final CapturedLog log = new CapturedLog();

  private final HttpClient http = HttpClient.newHttpClient();
  private final AtomicInteger happenings = new AtomicInteger();
  private final Map<String, String> variables;
  private final InstantSource clock;
  private App app;
  private int port;

  private RunningRapport(Map<String, String> variables, InstantSource clock) {
    this.variables = variables;
    this.clock = clock;
    log.mustNotHold(SIGNING_SECRET, BOT_TOKEN, APP_PASSWORD, TOKEN_FOR_TEAMS);
  }

  /** With the shipped guidance, ready to answer. */
  static RunningRapport on(TestDatabase database, Path home) {
    return on(database.freshUrl(home), home, Map.of());
  }

  /**
   * @param more variables beside the usual ones
   */
  static RunningRapport on(Optional<String> databaseUrl, Path home, Map<String, String> more) {
    return on(databaseUrl, home, more, InstantSource.system());
  }

  /**
   * At another time than now.
   *
   * @param more variables beside the usual ones
   */
  static RunningRapport on(
      Optional<String> databaseUrl, Path home, Map<String, String> more, InstantSource clock) {
    ShippedIndex.copyTo(new DataFolder(home));
    return started(databaseUrl, home, more, clock);
  }

  /** As on the first start on a machine. */
  static RunningRapport withoutIndex(
      Optional<String> databaseUrl, Path home, Map<String, String> more) {
    return started(databaseUrl, home, more, InstantSource.system());
  }

  private static RunningRapport started(
      Optional<String> databaseUrl, Path home, Map<String, String> more, InstantSource clock) {
    Map<String, String> variables = new HashMap<>();
    RunningRapport rapport = new RunningRapport(variables, clock);
    variables.putAll(rapport.usual(home));
    databaseUrl.ifPresent(url -> variables.put("DATABASE_URL", url));
    variables.putAll(more);
    variables.values().removeIf(String::isEmpty);
    rapport.start();
    return rapport;
  }

  private Map<String, String> usual(Path home) {
    return Map.ofEntries(
        Map.entry("PORT", "0"),
        Map.entry("RAPPORT_DATA", home.toString()),
        Map.entry("RAPPORT_CONTACT", "the comms team https://intranet.example/comms"),
        Map.entry("SLACK_SIGNING_SECRET", SIGNING_SECRET),
        Map.entry("SLACK_BOT_TOKEN", BOT_TOKEN),
        Map.entry("SLACK_API_URL", slack.apiUrl().toString()),
        Map.entry("MicrosoftAppId", APP_ID),
        Map.entry("MicrosoftAppPassword", APP_PASSWORD),
        Map.entry("MicrosoftAppType", "MultiTenant"),
        Map.entry("RAPPORT_TEAMS_TENANTS", "tenant-one, tenant-two"),
        Map.entry("BotOpenIdMetadata", login.metadata().toString()),
        Map.entry("MICROSOFT_LOGIN_URL", login.url().toString()));
  }

  /** The chief executive of a trust, in its Slack workspace. */
  SlackPerson chief() {
    return slackPerson("T0TRUST", "U0CHIEF");
  }

  SlackPerson slackPerson(String team, String user) {
    log.mustNotHold(user);
    slack.knows(team, user);
    return new SlackPerson(this, team, user);
  }

  /** The chief executive of a trust, in its Teams tenant. */
  TeamsPerson chiefInTeams() {
    return teamsPerson("tenant-one", "chief");
  }

  TeamsPerson teamsPerson(String tenant, String name) {
    TeamsPerson person = new TeamsPerson(this, tenant, name);
    log.mustNotHold(person.id(), person.directoryId());
    return person;
  }

  /** What is in its database. */
  Kept kept() {
    app.settle();
    Settings settings = settings();
    return new Kept(new DataFolder(settings.data()), settings.databaseUrl());
  }

  void start() {
    app = App.start(settings(), clock);
    port = app.port();
  }

  /** Stops in order and finishes what was acknowledged. */
  void stop() {
    app.close();
  }

  void restart() {
    stop();
    start();
  }

  /** A number that no other event or message has. */
  int happening() {
    return happenings.incrementAndGet();
  }

  /** The value of a line of the metrics; 0 if there is no such line. */
  double metric(String line) {
    return get("/metrics")
        .body()
        .lines()
        .filter(it -> it.startsWith(line + " "))
        .mapToDouble(it -> Double.parseDouble(it.substring(line.length() + 1)))
        .sum();
  }

  HttpResponse<String> get(String path) {
    return send(HttpRequest.newBuilder(address(path)));
  }

  HttpResponse<String> getWithCookie(String path, String cookie) {
    return send(HttpRequest.newBuilder(address(path)).header("Cookie", cookie));
  }

  HttpResponse<String> post(String path, String type, String body, Map<String, String> headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address(path))
            .header("Content-Type", type)
            .POST(HttpRequest.BodyPublishers.ofString(body, UTF_8));
    headers.forEach(request::header);
    return send(request);
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return http.send(request.build(), HttpResponse.BodyHandlers.ofString(UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  URI address(String path) {
    return URI.create("http://127.0.0.1:" + port + path);
  }

  private Settings settings() {
    return new SettingsReader(variables, Path.of("")).read();
  }

  /** The client goes first: a stop waits a second for connections that might still be used. */
  @Override
  public void close() {
    http.shutdownNow();
    app.close();
    teams.close();
    login.close();
    teams.assertAllValid();
    slack.close();
    log.close();
  }
}
