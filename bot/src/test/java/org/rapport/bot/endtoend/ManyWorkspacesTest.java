package org.rapport.bot.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.rapport.bot.channel.slack.FakeSlack;

/** Several workspaces install Rapport; each is a world of its own. */
class ManyWorkspacesTest extends OnEachDatabase {
  private static final String QUESTION = "which platforms reach most people in the uk now";
  private static final String NOT_INSTALLED =
      "rapport_channel_errors_total{channel=\"slack\",reason=\"not_installed\"}";
  private static final String KEY = "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=";

  @Override
  Map<String, String> variables() {
    return Map.of(
        "SLACK_BOT_TOKEN", "",
        "SLACK_CLIENT_ID", "1.2",
        "SLACK_CLIENT_SECRET", "client-secret-not-to-be-logged",
        "RAPPORT_ASKS_PER_MINUTE", "0",
        "RAPPORT_KEYS", KEY);
  }

  @Test
  void eachIsAnsweredWithItsOwnTokenAndNoneSeesTheOthersQuestions() {
    install(FakeSlack.granted("T0TRUST", "xoxe-of-trust"));
    install(FakeSlack.granted("T0OTHER", "xoxe-of-other"));
    SlackPerson chief = rapport.chief();
    SlackPerson other = rapport.slackPerson("T0OTHER", "U0OTHER");

    chief.write(QUESTION);
    assertThat(rapport.slack.next().token()).isEqualTo("xoxe-of-trust");
    other.write(QUESTION);
    assertThat(rapport.slack.next().token()).isEqualTo("xoxe-of-other");
    other.mention(QUESTION);
    assertThat(rapport.slack.next().token()).isEqualTo("xoxe-of-other");

    assertThat(rapport.slack.lookedUp())
        .containsExactly("xoxe-of-trust U0CHIEF", "xoxe-of-other U0OTHER");
    Kept kept = rapport.kept();
    assertThat(kept.questions("T0TRUST")).hasSize(1);
    assertThat(kept.questions("T0OTHER")).hasSize(2);
    assertThat(kept.everything()).doesNotContain("xoxe-of-trust", "xoxe-of-other", KEY);
  }

  @Test
  void tokensOutliveARestart() {
    install(FakeSlack.granted("T0TRUST", "xoxe-of-trust"));

    rapport.restart();

    rapport.chief().write(QUESTION);
    assertThat(rapport.slack.next().token()).isEqualTo("xoxe-of-trust");
  }

  @Test
  void whoNeverInstalledIsAcknowledgedIgnoredAndCounted() {
    SlackPerson stranger = rapport.slackPerson("T0NEVER", "U0NEVER");

    stranger.write(QUESTION);
    assertThat(stranger.acknowledgement(QUESTION)).isEmpty();

    assertThat(rapport.metric(NOT_INSTALLED)).isEqualTo(2);
    rapport.stop();
    assertThat(rapport.slack.rest()).isEmpty();
    rapport.start();
  }

  @Test
  void afterItWasRemovedNothingMoreGoesThereEvenOfWhatWasWaiting() {
    install(FakeSlack.granted("T0TRUST", "xoxe-of-trust"));
    install(FakeSlack.granted("T0OTHER", "xoxe-of-other"));
    SlackPerson chief = rapport.chief();
    CountDownLatch let = new CountDownLatch(1);
    FakeSlack.Answer.Reply taken =
        new FakeSlack.Answer.Reply(200, Map.of(), "{\"ok\":true,\"ts\":\"1.1\"}");
    rapport.slack.answers("chat.postMessage", new FakeSlack.Answer.Held(let, taken));
    chief.write(QUESTION);
    rapport.slack.next();
    chief.write(QUESTION);
    chief.write(QUESTION);

    chief.deliver(chief.event("app_uninstalled"));
    let.countDown();
    rapport.slackPerson("T0OTHER", "U0OTHER").write(QUESTION);

    assertThat(rapport.slack.next().token()).isEqualTo("xoxe-of-other");
    rapport.stop();
    assertThat(rapport.slack.rest()).isEmpty();
    rapport.start();
    assertThat(rapport.kept().everything()).contains("uninstall").contains("slack T0TRUST");
  }

  @Test
  void itCanBeInstalledAgain() {
    install(FakeSlack.granted("T0TRUST", "xoxe-of-trust"));
    SlackPerson chief = rapport.chief();
    JsonObject revoked = chief.event("tokens_revoked");
    JsonObject tokens = new JsonObject();
    tokens.add("bot", JsonParser.parseString("[\"U0BOT\"]"));
    revoked.getAsJsonObject("event").add("tokens", tokens);
    chief.deliver(revoked);
    chief.write(QUESTION);
    assertThat(rapport.metric(NOT_INSTALLED)).isEqualTo(1);

    install(FakeSlack.granted("T0TRUST", "xoxe-once-more"));

    chief.write(QUESTION);
    assertThat(rapport.slack.next().token()).isEqualTo("xoxe-once-more");
  }

  @Test
  void onlySlackCanSayThatItWasRemoved() {
    install(FakeSlack.granted("T0TRUST", "xoxe-of-trust"));
    SlackPerson chief = rapport.chief();

    String forged = chief.event("app_uninstalled").toString();
    Map<String, String> headers =
        Map.of(
            "X-Slack-Request-Timestamp",
            Long.toString(Instant.now().getEpochSecond()),
            "X-Slack-Signature",
            "v0=" + "0".repeat(64));
    assertThat(rapport.post("/slack/events", "application/json", forged, headers).statusCode())
        .isEqualTo(401);

    chief.write(QUESTION);
    assertThat(rapport.slack.next().token()).isEqualTo("xoxe-of-trust");
  }

  @Test
  void aGridsInstallAnswersItsPeopleEachAsOneOfTheirOwnWorkspace() {
    install(FakeSlack.grantedForGrid("E0GRID", "xoxe-of-grid"));
    SlackPerson north = inGrid("T0NORTH", "U0NORTH");
    SlackPerson south = inGrid("T0SOUTH", "U0SOUTH");

    for (SlackPerson person : List.of(north, south)) {
      person.deliver(ofGrid(person.message("message_im", QUESTION)));
      FakeSlack.Call answer = rapport.slack.next();
      assertThat(answer.token()).isEqualTo("xoxe-of-grid");
      assertThat(answer.field("text")).doesNotContain("I am for members");
    }

    assertThat(rapport.kept().questions("T0NORTH")).hasSize(1);
    assertThat(rapport.kept().questions("T0SOUTH")).hasSize(1);
  }

  @Test
  void somebodyOfAnotherWorkspaceOfTheGridIsOneOfTheirOwnWhereverTheyAsk() {
    install(FakeSlack.grantedForGrid("E0GRID", "xoxe-of-grid"));
    SlackPerson south = inGrid("T0SOUTH", "U0SOUTH");

    JsonObject asked = ofGrid(south.message("app_mention", "<@U0BOT> " + QUESTION));
    asked.addProperty("team_id", "T0NORTH");
    asked
        .getAsJsonArray("authorizations")
        .get(0)
        .getAsJsonObject()
        .addProperty("team_id", "T0NORTH");
    south.deliver(asked);

    assertThat(rapport.slack.next().token()).isEqualTo("xoxe-of-grid");
    assertThat(rapport.kept().questions("T0SOUTH")).hasSize(1);
    assertThat(rapport.kept().questions("T0NORTH")).isEmpty();
  }

  private SlackPerson inGrid(String team, String user) {
    SlackPerson person = rapport.slackPerson(team, user);
    JsonObject inGrid = new JsonObject();
    inGrid.addProperty("enterprise_id", "E0GRID");
    rapport.slack.knows(team, user).add("enterprise_user", inGrid);
    return person;
  }

  private static JsonObject ofGrid(JsonObject payload) {
    JsonObject install = payload.getAsJsonArray("authorizations").get(0).getAsJsonObject();
    install.addProperty("enterprise_id", "E0GRID");
    install.addProperty("is_enterprise_install", true);
    return payload;
  }

  /** As somebody does in a browser. */
  private void install(FakeSlack.Answer granted) {
    rapport.slack.answers("oauth.v2.access", granted);
    String cookie = rapport.get("/slack/install").headers().firstValue("Set-Cookie").orElseThrow();
    String begun = cookie.substring(0, cookie.indexOf(';'));
    String state = begun.substring(begun.indexOf('=') + 1);
    HttpResponse<String> page =
        rapport.getWithCookie("/slack/oauth_redirect?code=code-1&state=" + state, begun);
    assertThat(page.body()).contains("Rapport is installed");
    assertThat(rapport.slack.next().method()).isEqualTo("oauth.v2.access");
  }
}
