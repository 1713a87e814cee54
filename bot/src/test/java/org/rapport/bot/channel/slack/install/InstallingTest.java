package org.rapport.bot.channel.slack.install;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.HttpCookie;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rapport.bot.CapturedLog;
import org.rapport.bot.channel.slack.FakeSlack;
import org.rapport.bot.channel.slack.SlackScopes;
import org.rapport.bot.channel.slack.SlackTeam;
import org.rapport.bot.http.Assets;
import org.rapport.bot.http.Pages;
import org.rapport.bot.http.TestServer;
import org.rapport.bot.store.Store;
import org.rapport.bot.store.TestDatabase;

/** Somebody installs Rapport into their workspace, in a browser. */
@ParameterizedClass
@EnumSource
class InstallingTest {
  private static final SlackTeam TRUST = SlackTeam.workspace("T0TRUST");
  private static final String BACK = "/slack/oauth_redirect";

  private final TestDatabase database;

  @TempDir Path folder;

  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-11-02T09:00:00Z"));
  private final FakeSlack slack = new FakeSlack();
  private Store store;
  private SlackInstalls installs;
  private SlackInstalls replica;
  private TestServer server;
  private TestServer replicaServer;

  InstallingTest(TestDatabase database) {
    this.database = database;
  }

  @BeforeEach
  void open() {
    store = database.fresh(folder);
    installs = InstallsUnderTest.replica(slack, store, InstallsUnderTest.KEYS, now);
    replica = InstallsUnderTest.replica(slack, store, InstallsUnderTest.KEYS, now);
    Pages pages = new Pages(new Assets());
    server = TestServer.with(pages, installs.routes(pages));
    replicaServer = TestServer.with(pages, replica.routes(pages));
  }

  @AfterEach
  void close() {
    server.close();
    replicaServer.close();
    installs.close();
    replica.close();
    store.close();
    slack.close();
  }

  @Test
  void whoBeginsIsLedToSlackWithAStateThatTheirBrowserKeeps() throws Exception {
    HttpResponse<String> response = server.get("/slack/install");

    assertThat(response.statusCode()).isEqualTo(302);
    URI slackPage = URI.create(response.headers().firstValue("Location").orElseThrow());
    assertThat(slackPage.toString())
        .startsWith(slack.apiUrl().resolve("../oauth/v2/authorize?") + "");
    Map<String, String> asked = query(slackPage);
    assertThat(asked)
        .containsEntry("client_id", "1.2")
        .containsEntry("scope", SlackScopes.asked())
        .containsEntry("redirect_uri", InstallsUnderTest.PUBLIC_URL + BACK);
    String cookie = response.headers().firstValue("Set-Cookie").orElseThrow();
    assertThat(cookie)
        .startsWith("__Host-rapport-install=" + asked.get("state") + ";")
        .contains("HttpOnly", "Secure", "SameSite=Lax", "Path=/", "Max-Age=600");
  }

  @Test
  void whoAgreesHasItInstalledAndCanOpenSlack() throws Exception {
    Begun begun = begin();
    slack.answers("oauth.v2.access", FakeSlack.granted("T0TRUST", "xoxe-secret"));

    HttpResponse<String> page = begun.back(server, "code=good-code");

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body())
        .contains("Rapport is installed", "Trust &lt;T0TRUST&gt;", "Open Slack")
        .contains(slack.apiUrl().resolve("../app_redirect?app=A0RAPPORT&amp;team=T0TRUST") + "")
        .doesNotContain("xoxe-secret", "good-code");
    FakeSlack.Call exchange = slack.next();
    assertThat(exchange.field("code")).isEqualTo("good-code");
    assertThat(exchange.field("redirect_uri")).isEqualTo(InstallsUnderTest.PUBLIC_URL + BACK);
    assertThat(InstallsUnderTest.token(installs, TRUST)).isEqualTo("xoxe-secret");
    assertThat(stored()).contains("v1.").doesNotContain("xoxe-secret");
  }

  @Test
  void anotherReplicaCanTakeThemBack() throws Exception {
    Begun begun = begin();
    slack.answers("oauth.v2.access", FakeSlack.granted("T0TRUST", "xoxe-secret"));

    assertThat(begun.back(replicaServer, "code=good-code").statusCode()).isEqualTo(200);
    assertThat(InstallsUnderTest.token(installs, TRUST)).isEqualTo("xoxe-secret");
  }

  @Test
  void aStateIsGoodOnce() throws Exception {
    Begun begun = begin();
    slack.answers("oauth.v2.access", FakeSlack.granted("T0TRUST", "xoxe-secret"));
    begun.back(server, "code=good-code");

    assertRefused(begun.back(server, "code=good-code"));
    assertRefused(begun.back(replicaServer, "code=good-code"));
    assertThat(slack.rest()).hasSize(1);
  }

  @Test
  void anotherBrowserCannotFinishWhatThisOneBegan() throws Exception {
    Begun begun = begin();
    Begun other = begin();

    assertRefused(server.get(BACK + "?code=good-code&state=" + begun.state()));
    assertRefused(
        server.get(BACK + "?code=good-code&state=" + begun.state(), "Cookie", other.cookie()));
    assertThat(slack.rest()).isEmpty();
  }

  @Test
  void afterTenMinutesItIsTooLate() throws Exception {
    Begun begun = begin();
    now.set(now.get().plus(Duration.ofMinutes(10)));

    assertRefused(begun.back(server, "code=good-code"));
    assertThat(slack.rest()).isEmpty();
  }

  @Test
  void aStateThatNobodyWasGivenIsRefused() throws Exception {
    String forged = "A".repeat(43);

    assertRefused(
        server.get(
            BACK + "?code=good-code&state=" + forged,
            "Cookie",
            "__Host-rapport-install=" + forged));
    assertRefused(server.get(BACK));
    assertThat(slack.rest()).isEmpty();
  }

  @Test
  void whoDeclinesIsToldThatNothingHasChanged() throws Exception {
    HttpResponse<String> page = begin().back(server, "error=access_denied");

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body()).contains("was not installed", "Nothing has changed");
    assertThat(slack.rest()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "error=%3Cscript%3Ealert(1)%3C/script%3E",
        "code=%3Cscript%3E",
        "code=",
        "x=1",
        "code=good-code%0d%0aSet-Cookie:a=b"
      })
  void oddAnswersOfSlackAreNotRepeated(String query) throws Exception {
    HttpResponse<String> page = begin().back(server, query);

    assertThat(page.statusCode()).isEqualTo(502);
    assertThat(page.body()).contains("Slack did not let us finish").doesNotContain("<script>alert");
    assertThat(page.headers().firstValue("Location")).isEmpty();
    assertThat(slack.rest()).isEmpty();
  }

  @Test
  void whatSlackRefusesIsToldInOurWords() throws Exception {
    slack.answers(
        "oauth.v2.access",
        FakeSlack.error("invalid_code"),
        FakeSlack.status(500),
        FakeSlack.ok("<html>sign in to the Wi-Fi</html>"),
        FakeSlack.ok("{\"ok\":true,\"access_token\":\"xoxe-secret\"}"));

    try (CapturedLog log = new CapturedLog()) {
      log.mustNotHold("xoxe-secret", "good-code", "client-secret");
      for (int attempt = 0; attempt < 4; attempt++) {
        HttpResponse<String> page = begin().back(server, "code=good-code");
        assertThat(page.statusCode()).isEqualTo(502);
        assertThat(page.body())
            .contains("Slack did not let us finish")
            .doesNotContain("invalid_code", "xoxe-secret");
      }
    }
    assertThat(InstallsUnderTest.token(installs, TRUST)).isEqualTo("not installed");
  }

  @Test
  void whoOnlyLooksBeginsNothing() throws Exception {
    HttpResponse<String> response = server.post("/slack/install", "");

    assertThat(response.statusCode()).isEqualTo(405);
    assertThat(states()).isZero();
  }

  @Test
  void whatWasBegunAndNeverEndedIsForgotten() throws Exception {
    begin();
    now.set(now.get().plus(Duration.ofMinutes(9)));
    begin();
    now.set(now.get().plus(Duration.ofMinutes(2)));

    installs.tidy();

    assertThat(states()).isEqualTo(1);
  }

  @Test
  void whoInstalledItIsNamedInTheTrailAlone() throws Exception {
    slack.answers("oauth.v2.access", FakeSlack.granted("T0TRUST", "xoxe-secret"));
    begin().back(server, "code=good-code");

    assertThat(rows("audit"))
        .singleElement()
        .satisfies(line ->
            assertThat(line)
                .containsEntry("who", "U0ADMIN")
                .containsEntry("origin", "slack T0TRUST"));
    assertThat(rows("slack_install").toString()).doesNotContain("U0ADMIN");
  }

  @Test
  void installingAgainReplacesTheTokens() throws Exception {
    slack.answers(
        "oauth.v2.access",
        FakeSlack.granted("T0TRUST", "xoxe-secret-1"),
        FakeSlack.granted("T0TRUST", "xoxe-secret-2"));
    begin().back(server, "code=good-code");
    begin().back(server, "code=good-code");

    assertThat(InstallsUnderTest.token(installs, TRUST)).isEqualTo("xoxe-secret-2");
  }

  private record Begun(String state, String cookie) {
    HttpResponse<String> back(TestServer to, String query) throws Exception {
      return to.get(BACK + "?" + query + "&state=" + state, "Cookie", cookie);
    }
  }

  private Begun begin() throws Exception {
    HttpResponse<String> response = server.get("/slack/install");
    HttpCookie cookie =
        HttpCookie.parse(response.headers().firstValue("Set-Cookie").orElseThrow()).getFirst();
    return new Begun(cookie.getValue(), cookie.getName() + "=" + cookie.getValue());
  }

  private static void assertRefused(HttpResponse<String> page) {
    assertThat(page.statusCode()).isEqualTo(400);
    assertThat(page.body()).contains("Please start again", "href=\"/slack/install\"");
  }

  private static Map<String, String> query(URI address) {
    return Arrays.stream(address.getRawQuery().split("&"))
        .map(pair -> pair.split("=", 2))
        .collect(
            Collectors.toMap(
                pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
  }

  private List<Map<String, Object>> rows(String table) {
    return store.read(handle -> handle.select("select * from " + table).mapToMap().list());
  }

  private String stored() {
    return rows("slack_install").toString() + rows("audit");
  }

  private int states() {
    return rows("slack_install_state").size();
  }
}
