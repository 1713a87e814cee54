package org.rapport.bot.endtoend;

import static java.util.concurrent.TimeUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.rapport.bot.channel.slack.FakeSlack;
import org.rapport.bot.channel.slack.SlackLimits;
import org.rapport.bot.channel.teams.CardSchema;
import org.rapport.bot.store.CuttableLine;
import org.rapport.bot.store.TestDatabase;

/** How Rapport starts, stops, counts, and bears what goes wrong around it. */
class RunningTest {
  private static final String QUESTION = "how often should I post";
  private static final String ANSWER = "How often should I post?";

  @TempDir Path home;

  @Test
  void onItsFirstStartItIsReadyOnceTheGuidanceIsIndexed() {
    try (RunningRapport rapport =
        RunningRapport.withoutIndex(Optional.empty(), home, Map.of("RAPPORT_DEV", "false"))) {
      HttpResponse<String> early = rapport.get("/health/ready");
      assertThat(early.statusCode()).isEqualTo(503);
      assertThat(early.body()).startsWith("no index is open");
      assertThat(rapport.get("/health/live").statusCode()).isEqualTo(200);
      assertThat(rapport.chief().command(QUESTION).words())
          .contains("I am still getting my guidance ready");

      awaitHealth(rapport, "ready");
      assertThat(rapport.chief().command(QUESTION).words()).contains(ANSWER);
    }
  }

  @Test
  void stoppingInTheMiddleOfTheFirstIndexingIsNoError() {
    try (RunningRapport rapport = RunningRapport.withoutIndex(Optional.empty(), home, Map.of())) {
      rapport.stop();

      await()
          .atMost(1, MINUTES)
          .until(() -> rapport.log.lines().stream().anyMatch(line -> line.contains("Given up")));
      assertThat(rapport.log.lines()).noneMatch(line -> line.startsWith("ERROR"));
    }
  }

  @Test
  void withoutItsDatabaseItStillAnswersAndItRecovers() {
    try (CuttableLine line = CuttableLine.to(TestDatabase.postgresPort());
        RunningRapport rapport = RunningRapport.on(through(line), home, Map.of())) {
      SlackPerson chief = rapport.chief();
      awaitHealth(rapport, "ready");
      assertThat(chief.command(QUESTION).words()).contains(ANSWER);

      line.cut();
      awaitHealth(rapport, "degraded");
      Shown answer = chief.command(QUESTION);
      assertThat(answer.words()).contains(ANSWER);
      assertThat(answer.buttons()).extracting(Shown.Button::label).doesNotContain("Yes");
      chief.mention(QUESTION);
      assertThat(chief.reads().words()).contains(ANSWER);
      TeamsPerson inTeams = rapport.chiefInTeams();
      inTeams.write(QUESTION);
      assertThat(inTeams.reads().words()).contains(ANSWER);

      line.mend();
      awaitHealth(rapport, "ready");
      inTeams.write(QUESTION);
      assertThat(inTeams.reads().words()).contains("Who can see what");
      assertThat(rapport.kept().questions()).hasSize(2);
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatSlackSendsAgainAfterARestartIsNotAnsweredAgain(TestDatabase database) {
    try (RunningRapport rapport = RunningRapport.on(database, home)) {
      SlackPerson chief = rapport.chief();
      JsonObject mention = chief.mention(QUESTION);
      assertThat(chief.reads().words()).contains(ANSWER);

      rapport.restart();
      chief.deliver(mention);
      JsonObject underAnotherName = mention.deepCopy();
      underAnotherName.addProperty("event_id", "Ev-other");
      chief.deliver(underAnotherName);

      // Answers of a channel come in order: had there been another, it would be before this one.
      chief.mention("hello");
      assertThat(chief.reads().words()).contains("I am Rapport");
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatTeamsSendsAgainAfterARestartIsNotAnsweredAgain(TestDatabase database) {
    try (RunningRapport rapport = RunningRapport.on(database, home)) {
      TeamsPerson chief = rapport.chiefInTeams();
      ObjectNode message = chief.write(QUESTION);
      assertThat(chief.reads().words()).contains(ANSWER);

      rapport.restart();
      chief.deliver(message);

      chief.write("hello");
      assertThat(chief.reads().words()).contains("I am Rapport");
    }
  }

  @Test
  void stoppingFinishesWhatSlackWasPromised() {
    try (RunningRapport rapport = RunningRapport.on(TestDatabase.SQLITE, home)) {
      rapport.slack.answers("chat.postMessage", FakeSlack.rateLimited(1));
      SlackPerson chief = rapport.chief();
      chief.mention(QUESTION);
      chief.mention("hello");
      rapport.slack.next();

      rapport.stop();

      assertThat(rapport.slack.rest())
          .extracting(call -> Shown.inSlack(call.body()).words())
          .satisfiesExactly(
              first -> assertThat(first).contains(ANSWER),
              second -> assertThat(second).contains("I am Rapport"));
      assertThatThrownBy(() -> chief.command(QUESTION)).isInstanceOf(UncheckedIOException.class);
    }
  }

  @Test
  void stoppingFinishesWhatTeamsWasPromised() {
    try (RunningRapport rapport = RunningRapport.on(TestDatabase.SQLITE, home)) {
      rapport.teams.answersNext(429, "1");
      TeamsPerson chief = rapport.chiefInTeams();
      chief.write(QUESTION);
      chief.write("hello");
      chief.next();

      rapport.stop();

      assertThat(chief.reads().words()).contains(ANSWER);
      assertThat(chief.reads().words()).contains("I am Rapport");
    }
  }

  @Test
  void askingTooMuchIsAnsweredKindlyAndHoldsUpNobodyElse() {
    try (RunningRapport rapport =
        RunningRapport.on(Optional.empty(), home, Map.of("RAPPORT_ASKS_PER_MINUTE", "1"))) {
      SlackPerson chief = rapport.chief();
      assertThat(chief.command(QUESTION).words()).contains(ANSWER);
      assertThat(chief.command(QUESTION).words()).contains("Please give me a minute");
      chief.mention(QUESTION);
      FakeSlack.Call reply = rapport.slack.next();
      assertThat(reply.method()).isEqualTo("chat.postEphemeral");
      assertThat(Shown.inSlack(reply.body()).words()).contains("Please give me a minute");

      SlackPerson chair = rapport.slackPerson("T0TRUST", "U0CHAIR");
      assertThat(chair.command(QUESTION).words()).contains(ANSWER);
    }
  }

  @Test
  void whatIsAskedIsCountedByChannelAndOutcomeAndTimed() {
    try (RunningRapport rapport = RunningRapport.on(TestDatabase.SQLITE, home)) {
      SlackPerson chief = rapport.chief();
      chief.command(QUESTION);
      chief.command("should we leave X");
      chief.command("who won the hospital bake off in 1987");
      TeamsPerson inTeams = rapport.chiefInTeams();
      inTeams.write("what dose of amoxicillin for a chest infection");
      inTeams.reads();

      assertThat(asks(rapport, "slack", "found")).isEqualTo(2);
      assertThat(asks(rapport, "slack", "unsure")).isEqualTo(1);
      assertThat(asks(rapport, "teams", "out_of_scope")).isEqualTo(1);
      assertThat(asks(rapport, "teams", "found")).isZero();
      assertThat(rapport.metric("rapport_ask_seconds_count{channel=\"slack\"}")).isEqualTo(3);
      assertThat(rapport.metric("rapport_ask_seconds_sum{channel=\"teams\"}")).isPositive();
    }
  }

  @Test
  void inDevelopmentAnybodyOnThisMachineCanTryIt() throws Exception {
    try (RunningRapport rapport =
        RunningRapport.on(Optional.empty(), home, Map.of("RAPPORT_DEV", "true"))) {
      String asked = "{\"visitor\": \"1a2b\", \"question\": \"" + QUESTION + "\"}";
      HttpResponse<String> response = rapport.post("/try/ask", "application/json", asked, Map.of());

      JsonNode answer = new ObjectMapper().readTree(response.body());
      assertThat(answer.path("html").asText()).contains(ANSWER).contains("Who can see what");
      CardSchema.assertValid(answer.path("teams"));
      JsonObject slack = JsonParser.parseString(answer.path("slack").toString()).getAsJsonObject();
      SlackLimits.check(slack.get("text").getAsString(), slack.getAsJsonArray("blocks"));
      assertThat(rapport.chief().command(QUESTION).words()).contains(ANSWER);
    }
  }

  private static double asks(RunningRapport rapport, String channel, String outcome) {
    return rapport.metric(
        "rapport_asks_total{channel=\"%s\",outcome=\"%s\"}".formatted(channel, outcome));
  }

  private static void awaitHealth(RunningRapport rapport, String words) {
    await()
        .atMost(3, MINUTES)
        .untilAsserted(() -> {
          HttpResponse<String> health = rapport.get("/health/ready");
          assertThat(health.body()).startsWith(words);
          assertThat(health.statusCode()).isEqualTo(200);
        });
  }

  private Optional<String> through(CuttableLine line) {
    return TestDatabase.POSTGRES
        .freshUrl(home)
        .map(url -> url.replace(":" + TestDatabase.postgresPort(), ":" + line.port()));
  }
}
