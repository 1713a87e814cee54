package org.rapport.bot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rapport.bot.channel.slack.SlackScopes;
import org.rapport.bot.keys.Keys;
import org.rapport.bot.store.DataFolder;
import org.rapport.bot.store.Store;

class DoctorCommandTest {
  private static final String SECRET = "s3cr3t-that-must-not-be-shown";

  private static final String KEY = "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=";
  private static final String OTHER_KEY = "YWJjZGVmZ2hpamtsbW5vcHFyc3R1dnd4eXphYmNkZWY=";

  @TempDir Path home;

  /** Slack and Microsoft, as far as the doctor asks them. */
  private HttpServer others;

  private final Map<String, String> answers = new ConcurrentHashMap<>();
  private String scopes = SlackScopes.asked();
  private final Map<String, String> asked = new ConcurrentHashMap<>();

  @BeforeEach
  void start() throws IOException {
    others = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    others.createContext(
        "/",
        exchange -> {
          String path = exchange.getRequestURI().getPath();
          asked.put(
              path,
              exchange.getRequestHeaders().getFirst("Authorization")
                  + " "
                  + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
          if (path.equals("/api/auth.test")) {
            exchange.getResponseHeaders().set("x-oauth-scopes", scopes);
          }
          byte[] body = answers.getOrDefault(path, "{}").getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    others.start();
  }

  @AfterEach
  void stop() {
    others.stop(0);
  }

  @Test
  void aFreshInstallationHasNothingWrong() {
    CommandRun run = CommandRun.of(home, "doctor");

    assertThat(run.code()).isZero();
    assertThat(run.out().lines()).hasSize(6).allMatch(line -> line.startsWith("ok "));
    assertThat(home.resolve("data")).doesNotExist();
  }

  @Test
  void workingConnectionsAreSaidToWork() {
    answers.put("/api/auth.test", "{\"ok\":true,\"team\":\"Northern Trust\"}");
    answers.put("/keys", "{\"jwks_uri\":\"http://127.0.0.1/x\"}");
    answers.put("/home/oauth2/v2.0/token", "{\"access_token\":\"t\"}");

    CommandRun run = connected();

    assertThat(run.code()).isZero();
    assertThat(run.out())
        .contains("the bot token works in the workspace Northern Trust")
        .contains("Microsoft gives a token");
    assertThat(asked.get("/api/auth.test")).contains("Bearer xoxb-" + SECRET);
    assertThat(asked.get("/home/oauth2/v2.0/token"))
        .contains("client_id=app", "client_secret=" + SECRET, "client_credentials");
  }

  @Test
  void aMissingScopeIsNamedWithWhatItIsForAndHowToMendIt() {
    answers.put("/api/auth.test", "{\"ok\":true,\"team\":\"Northern Trust\"}");
    answers.put("/keys", "{\"jwks_uri\":\"http://127.0.0.1/x\"}");
    answers.put("/home/oauth2/v2.0/token", "{\"access_token\":\"t\"}");
    scopes = SlackScopes.asked().replace("files:read,", "");

    CommandRun run = connected();

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out().lines().filter(line -> line.startsWith("wrong")))
        .singleElement()
        .asString()
        .contains("files:read is missing", "the documents that admins send", "manifest.yaml");
  }

  @Test
  void everyInstalledWorkspaceIsTried() {
    answers.put("/api/auth.test", "{\"ok\":false,\"error\":\"account_inactive\"}");
    new DataFolder(home.resolve("data")).create();
    try (Store store = Store.embedded(home.resolve("data/rapport.db"))) {
      store.migrate();
      keep(store, "T0GONE", Keys.of(KEY).seal("slack-bot-token|T0GONE", "xoxe-" + SECRET));
      keep(store, "T0LOST", Keys.of(OTHER_KEY).seal("slack-bot-token|T0LOST", SECRET));
    }

    CommandRun run = installs(List.of("RAPPORT_KEYS", KEY));

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out())
        .contains("installed in 2 workspaces")
        .contains("Trust (T0GONE) is refused (account_inactive); install it there again")
        .contains("slack-bot-token|T0LOST was sealed with the key")
        .doesNotContain(SECRET, KEY);
    assertThat(asked.get("/api/auth.test")).contains("Bearer xoxe-" + SECRET);
  }

  @Test
  void keysOnOneDiskWithADatabaseForManyAreNamed() {
    CommandRun run =
        installs(List.of("DATABASE_URL", "jdbc:postgresql://127.0.0.1:9/x?password=" + SECRET));

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out())
        .contains("RAPPORT_KEYS is not set", "another Rapport on the same database cannot read")
        .doesNotContain(SECRET);
  }

  @Test
  void refusedCredentialsAreNamedWithHowToMendThemAndNotShown() {
    answers.put("/api/auth.test", "{\"ok\":false,\"error\":\"invalid_auth\"}");
    answers.put("/keys", "{}");
    answers.put(
        "/home/oauth2/v2.0/token",
        "{\"error\":\"invalid_client\",\"error_description\":\"" + SECRET + "\"}");

    CommandRun run = connected();

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out().lines().filter(line -> line.startsWith("wrong"))).hasSize(3);
    assertThat(run.out())
        .contains("(invalid_auth); copy SLACK_BOT_TOKEN", "(invalid_client); check MicrosoftAppId")
        .doesNotContain(SECRET);
  }

  @Test
  void whoDoesNotAnswerIsNamed() {
    others.stop(0);

    CommandRun run = connected();

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out()).contains("Slack: no usable answer from 127.0.0.1");
  }

  @Test
  void aDatabaseThatDoesNotAnswerIsNamed() {
    CommandRun run =
        CommandRun.with(
            home,
            List.of("DATABASE_URL", "jdbc:postgresql://127.0.0.1:9/x?password=" + SECRET),
            "doctor");

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out()).contains("wrong  Database: no answer").doesNotContain(SECRET);
  }

  @Test
  void aFileThatIsNoDatabaseIsNamed() throws IOException {
    Files.writeString(
        Files.createDirectories(home.resolve("data")).resolve("rapport.db"), "x".repeat(5_000));

    CommandRun run = CommandRun.of(home, "doctor");

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out()).contains("rapport.db cannot be used; restore a backup");
  }

  @Test
  void tablesOfANewerVersionAreNamed() throws IOException {
    Files.createDirectories(home.resolve("data"));
    try (Store store = Store.embedded(home.resolve("data/rapport.db"))) {
      store.migrate();
      store.run(handle ->
          handle.execute(
              "insert into flyway_schema_history (installed_rank, version, description, type,"
                  + " script, checksum, installed_by, execution_time, success)"
                  + " values (99, '99', 'later', 'SQL', 'V99__later.sql', 1, 'x', 1, true)"));
    }

    CommandRun run = CommandRun.of(home, "doctor");

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out()).contains("a newer Rapport has changed its tables");
  }

  @Test
  void anAppTokenIsTried() {
    answers.put("/api/auth.test", "{\"ok\":true,\"team\":\"Northern Trust\"}");
    answers.put("/api/apps.connections.open", "{\"ok\":false,\"error\":\"invalid_auth\"}");
    assertThat(withAppToken().out())
        .contains("SLACK_APP_TOKEN is refused (invalid_auth)", "connections:write")
        .doesNotContain(SECRET);
    assertThat(asked.get("/api/apps.connections.open")).contains("Bearer xapp-" + SECRET);

    answers.put("/api/apps.connections.open", "{\"ok\":true,\"url\":\"wss://x.example/\"}");
    assertThat(withAppToken().out()).contains("the app token opens a socket");
  }

  @Test
  void anOptionalScopeThatIsLeftOutIsToldAndIsNoFault() {
    answers.put("/api/auth.test", "{\"ok\":true,\"team\":\"Northern Trust\"}");
    scopes = SlackScopes.asked().replace(",groups:history", "");

    CommandRun run = withAppToken();

    assertThat(run.out()).contains("groups:history is left out");
    assertThat(run.out().lines().filter(line -> line.startsWith("wrong")))
        .noneMatch(line -> line.contains("groups:history"));
  }

  private CommandRun withAppToken() {
    String base = "http://127.0.0.1:" + others.getAddress().getPort();
    return CommandRun.with(
        home,
        List.of(
            "SLACK_SIGNING_SECRET",
            SECRET,
            "SLACK_BOT_TOKEN",
            "xoxb-" + SECRET,
            "SLACK_APP_TOKEN",
            "xapp-" + SECRET,
            "SLACK_API_URL",
            base + "/api/"),
        "doctor");
  }

  @Test
  void settingsThatDoNothingYetAreTold() {
    CommandRun run =
        CommandRun.with(home, List.of("RAPPORT_TRUSTSTORE", "xapp-" + SECRET), "doctor");

    assertThat(run.code()).isZero();
    assertThat(run.out()).contains("does not use RAPPORT_TRUSTSTORE yet").doesNotContain(SECRET);
  }

  private static void keep(Store store, String id, String sealed) {
    store.run(handle ->
        handle.execute(
            "insert into slack_install (id, name, app, bot_user, scopes, bot_token, refresh_from,"
                + " installed_at) values (?, 'Trust', 'A', 'U', '', ?, 0, 0)",
            id,
            sealed));
  }

  private CommandRun installs(List<String> more) {
    List<String> variables = new ArrayList<>(more);
    variables.addAll(
        List.of(
            "SLACK_SIGNING_SECRET",
            SECRET,
            "SLACK_CLIENT_ID",
            "1.2",
            "SLACK_CLIENT_SECRET",
            SECRET,
            "SLACK_API_URL",
            "http://127.0.0.1:" + others.getAddress().getPort() + "/api/"));
    return CommandRun.with(home, variables, "doctor");
  }

  private CommandRun connected() {
    String base = "http://127.0.0.1:" + others.getAddress().getPort();
    return CommandRun.with(
        home,
        List.of(
            "SLACK_SIGNING_SECRET",
            SECRET,
            "SLACK_BOT_TOKEN",
            "xoxb-" + SECRET,
            "SLACK_API_URL",
            base + "/api/",
            "MicrosoftAppId",
            "app",
            "MicrosoftAppPassword",
            SECRET,
            "MicrosoftAppTenantId",
            "home",
            "MICROSOFT_LOGIN_URL",
            base,
            "BotOpenIdMetadata",
            base + "/keys"),
        "doctor");
  }
}
