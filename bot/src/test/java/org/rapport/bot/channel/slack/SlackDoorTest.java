package org.rapport.bot.channel.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rapport.bot.channel.slack.SlackWorkspace.event;
import static org.rapport.bot.channel.slack.SlackWorkspace.openly;

import com.google.gson.JsonObject;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rapport.bot.channel.Address;
import org.rapport.bot.conversation.Incoming;

/** Whom Rapport answers in Slack, and as whose. */
class SlackDoorTest {
  private static final String NOT_FOR_YOU = "I am for members of this organisation";

  @TempDir Path data;

  @Test
  void somebodyNewIsAskedAboutOnce() throws Exception {
    try (SlackWorkspace workspace = SlackWorkspace.where(data, openly())) {
      workspace.event("message_im", from("U0NEW", "1"));
      workspace.event("message_im", from("U0NEW", "2"));
      assertThat(workspace.sentInTheEnd()).hasSize(2);
      assertThat(workspace.slack.lookedUp())
          .containsExactly("xoxb-test U0CHIEF", "xoxb-test U0NEW");
    }
  }

  @Test
  void theCommandOfSomebodyNewIsAnsweredInItsAcknowledgement() throws Exception {
    try (SlackWorkspace workspace = SlackWorkspace.where(data, openly())) {
      assertThat(commandFrom(workspace, "U0NEW")).contains("Starting on LinkedIn");
      assertThat(workspace.slack.lookedUp()).contains("xoxb-test U0NEW");
      assertThat(workspace.sentInTheEnd()).isEmpty();
    }
  }

  @Test
  void theCommandOfSomebodyNewIsAnsweredAfterwardsIfSlackIsSlowToTellWhoTheyAre() throws Exception {
    CountDownLatch told = new CountDownLatch(1);
    try (SlackWorkspace workspace =
        new SlackWorkspace(data, incoming -> openly(), Duration.ofMillis(30))) {
      FakeSlack.Answer.Reply member =
          new FakeSlack.Answer.Reply(
              200, Map.of(), "{\"ok\":true,\"user\":{\"id\":\"U0NEW\",\"team_id\":\"T0TRUST\"}}");
      workspace.slack.answers("users.info", new FakeSlack.Answer.Held(told, member));

      assertThat(commandFrom(workspace, "U0NEW")).isEmpty();
      told.countDown();
      FakeSlack.Call answer = workspace.slack.next();
      assertThat(answer.method()).isEqualTo("response_url");
      assertThat(answer.field("text")).startsWith("Starting on LinkedIn");
      assertThat(workspace.sentInTheEnd()).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"is_restricted", "is_ultra_restricted"})
  void aGuestIsRefusedWhereOnlyTheySeeIt(String kind) throws Exception {
    try (SlackWorkspace workspace = SlackWorkspace.where(data, openly())) {
      workspace.slack.knows("T0TRUST", "U0GUEST").addProperty(kind, true);

      workspace.event("app_mention", from("U0GUEST", "1"));
      FakeSlack.Call mention = workspace.slack.next();
      assertThat(mention.method()).isEqualTo("chat.postEphemeral");
      assertThat(mention.field("user")).isEqualTo("U0GUEST");
      assertThat(mention.field("text")).isEqualTo(NOT_FOR_YOU);
      workspace.event("message_im", from("U0GUEST", "2"));
      assertThat(workspace.slack.next().field("text")).isEqualTo(NOT_FOR_YOU);
      workspace.event("message_file_share", from("U0GUEST", "3"));
      assertThat(workspace.slack.next().field("text")).isEqualTo(NOT_FOR_YOU);
      assertThat(commandFrom(workspace, "U0GUEST")).contains(NOT_FOR_YOU);
      workspace.press(payload -> payload.getAsJsonObject("user").addProperty("id", "U0GUEST"));
      assertThat(workspace.slack.next().method()).isEqualTo("response_url");

      assertThat(workspace.asked).isEmpty();
      assertThat(workspace.errors("guest")).isEqualTo(5);
    }
  }

  @Test
  void somebodyOfAnotherOrganisationInASharedChannelIsRefused() throws Exception {
    try (SlackWorkspace workspace = SlackWorkspace.where(data, openly())) {
      workspace.event("app_mention", from("U0ELSE", "1").andThen(of("T0ELSE")));

      FakeSlack.Call refusal = workspace.slack.next();
      assertThat(refusal.method()).isEqualTo("chat.postEphemeral");
      assertThat(refusal.field("text")).isEqualTo(NOT_FOR_YOU);
      workspace.slack.knows("T0ELSE", "U0FAR");
      workspace.event("app_mention", from("U0FAR", "2"));
      assertThat(workspace.slack.next().field("text")).isEqualTo(NOT_FOR_YOU);
      workspace.slack.knows("T0TRUST", "U0ODD").addProperty("is_stranger", true);
      workspace.event("app_mention", from("U0ODD", "3"));
      assertThat(workspace.slack.next().field("text")).isEqualTo(NOT_FOR_YOU);
      assertThat(workspace.asked).isEmpty();
    }
  }

  @Test
  void aMemberInAChannelThatWasMadeElsewhereIsOneOfTheirOwnWorkspace() throws Exception {
    try (SlackWorkspace workspace = SlackWorkspace.where(data, openly())) {
      workspace.event(
          "app_mention",
          of("T0TRUST")
              .andThen(it -> {
                it.addProperty("team_id", "T0ELSE");
                it.addProperty("is_ext_shared_channel", true);
              }));
      workspace.slack.next();
      assertThat(workspace.asked)
          .extracting(Incoming::from)
          .containsExactly(new Address(Address.Kind.SLACK, "T0TRUST", "U0CHIEF"));
    }
  }

  @Test
  void whileSlackDoesNotTellWhoWasLetInBeforeIsAnsweredAndNobodyInASharedChannelIs()
      throws Exception {
    try (SlackWorkspace workspace = SlackWorkspace.where(data, openly())) {
      workspace.slack.answers(
          "users.info", FakeSlack.error("missing_scope"), FakeSlack.status(500));
      workspace.regulars.add(new Address(Address.Kind.SLACK, "T0TRUST", "U0ONE"));
      workspace.regulars.add(new Address(Address.Kind.SLACK, "T0TRUST", "U0TWO"));

      workspace.event("message_im", from("U0ONE", "1"));
      workspace.slack.next();
      assertThat(workspace.asked).hasSize(1);
      workspace.event(
          "app_mention",
          from("U0TWO", "2").andThen(it -> it.addProperty("is_ext_shared_channel", true)));
      assertThat(workspace.slack.next().field("text")).isEqualTo(NOT_FOR_YOU);
      assertThat(workspace.asked).hasSize(1);
    }
  }

  @Test
  void whoMayBeAGuestIsAskedToWaitUntilSlackTells() throws Exception {
    try (SlackWorkspace workspace = SlackWorkspace.where(data, openly())) {
      workspace.slack.answers("users.info", FakeSlack.status(500));

      workspace.event("message_im", from("U0NEW", "1"));
      assertThat(workspace.slack.next().field("text")).isEqualTo("Please try again in a minute");
      assertThat(commandFrom(workspace, "U0NEW")).contains("Please try again in a minute");
      assertThat(workspace.asked).isEmpty();
      workspace.now.updateAndGet(it -> it.plusSeconds(11));
      assertThat(commandFrom(workspace, "U0NEW")).contains("Starting on LinkedIn");
    }
  }

  @Test
  void whoOpensTheChatAndMayNotAskIsNotGreeted() throws Exception {
    try (SlackWorkspace workspace = SlackWorkspace.where(data, openly())) {
      workspace.slack.knows("T0TRUST", "U0GUEST").addProperty("is_restricted", true);
      workspace.event("app_home_opened", it -> event(it).addProperty("user", "U0GUEST"));
      assertThat(workspace.sentInTheEnd()).isEmpty();
      assertThat(workspace.asked).isEmpty();
    }
  }

  private static Consumer<JsonObject> from(String user, String number) {
    return payload -> {
      payload.addProperty("event_id", "Ev" + number);
      event(payload).addProperty("ts", number);
      event(payload).addProperty("user", user);
      event(payload).remove("team");
    };
  }

  private static Consumer<JsonObject> of(String team) {
    return payload -> event(payload).addProperty("user_team", team);
  }

  /** What is in the acknowledgement. */
  private static String commandFrom(SlackWorkspace workspace, String user) {
    String form = workspace.commandForm("how do I start?").replace("U0CHIEF", user);
    return workspace.send(workspace.signed("application/x-www-form-urlencoded", form)).body();
  }
}
