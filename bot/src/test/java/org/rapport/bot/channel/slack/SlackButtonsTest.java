package org.rapport.bot.channel.slack;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.rapport.bot.channel.slack.SlackWorkspace.openly;
import static org.rapport.bot.channel.slack.SlackWorkspace.privately;

import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import java.net.URLEncoder;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rapport.bot.channel.Address;
import org.rapport.bot.conversation.Incoming;
import org.rapport.bot.conversation.Reply;
import org.rapport.bot.message.Block;
import org.rapport.bot.message.Message;
import org.rapport.bot.message.SampleMessages;
import org.rapport.bot.message.Text;

class SlackButtonsTest {
  private static final Address CHIEF = new Address(Address.Kind.SLACK, "T0TRUST", "U0CHIEF");
  private static final Consumer<JsonObject> IN_A_THREAD = payload -> {};

  @TempDir Path data;

  @Test
  void aQuestionPressedInAThreadIsAnsweredInThatThread() throws Exception {
    try (SlackWorkspace workspace = SlackWorkspace.where(data, openly())) {
      assertThat(workspace.press(IN_A_THREAD).statusCode()).isEqualTo(200);
      FakeSlack.Call sent = workspace.slack.next();
      assertThat(sent.method()).isEqualTo("chat.postMessage");
      assertThat(sent.field("thread_ts")).isEqualTo("1760000000.000100");
      assertThat(workspace.asked)
          .containsExactly(
              new Incoming.Asked(
                  CHIEF, "How often should I post?", true, "C0COMMS:1760000000.000100"));
    }
  }

  @Test
  void aQuestionPressedUnderAMessageInAChannelStartsAThread() throws Exception {
    try (SlackWorkspace workspace = SlackWorkspace.where(data, openly())) {
      workspace.press(it -> {
        it.getAsJsonObject("container").remove("thread_ts");
        it.getAsJsonObject("message").remove("thread_ts");
      });
      assertThat(workspace.slack.next().field("thread_ts")).isEqualTo("1760000003.000400");
    }
  }

  @Test
  void aQuestionPressedInAnAnswerOnlyTheAskerSeesIsAnsweredThere() throws Exception {
    try (SlackWorkspace workspace = SlackWorkspace.where(data, openly())) {
      workspace.press(SlackButtonsTest::onlyForThem);
      FakeSlack.Call sent = workspace.slack.next();
      assertThat(sent.method()).isEqualTo("response_url");
      assertThat(sent.field("replace_original")).isEqualTo("false");
      assertThat(workspace.asked)
          .containsExactly(
              new Incoming.Asked(
                  CHIEF, "How often should I post?", false, "C0COMMS:1760000000.000100"));
    }
  }

  @Test
  void aQuestionPressedInADirectMessageIsAnsweredThere() throws Exception {
    try (SlackWorkspace workspace = SlackWorkspace.where(data, openly())) {
      workspace.press(it -> {
        it.getAsJsonObject("container").addProperty("channel_id", "D0CHIEF");
        it.getAsJsonObject("container").remove("thread_ts");
        it.getAsJsonObject("message").remove("thread_ts");
      });
      FakeSlack.Call sent = workspace.slack.next();
      assertThat(sent.field("channel")).isEqualTo("D0CHIEF");
      assertThat(sent.body().has("thread_ts")).isFalse();
    }
  }

  @Test
  void anUrgentReplyToAPressInAThreadIsSeenByThatPersonOnly() throws Exception {
    try (SlackWorkspace workspace = SlackWorkspace.where(data, privately())) {
      workspace.press(IN_A_THREAD);
      FakeSlack.Call sent = workspace.slack.next();
      assertThat(sent.method()).isEqualTo("chat.postEphemeral");
      assertThat(sent.field("thread_ts")).isEqualTo("1760000000.000100");
      assertThat(workspace.sentInTheEnd()).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "rapport:feedback:3, rate-yes answer-1, true",
    "rapport:feedback:3, rate-no answer-1, false",
    "rapport:rate-yes:3, answer-1, true",
    "rapport:rate-no:4, answer-1, false"
  })
  void aRatingReachesTheCoachAndIsConfirmedToThatPersonOnly(String id, String value, boolean right)
      throws Exception {
    try (SlackWorkspace workspace = SlackWorkspace.where(data, privately())) {
      workspace.press(it -> button(it, id, value));
      assertThat(workspace.slack.next().method()).isEqualTo("response_url");
      assertThat(workspace.asked).containsExactly(new Incoming.Rated(CHIEF, "answer-1", right));
      assertThat(workspace.sentInTheEnd()).isEmpty();
    }
  }

  @Test
  void aRatingUnderAnAnswerOnlyTheAskerSeesIsThankedForInPlace() throws Exception {
    try (SlackWorkspace workspace =
        SlackWorkspace.where(
            data, incoming -> incoming instanceof Incoming.Rated ? thanks() : openly())) {
      workspace.command("How do I start?");
      workspace.press(it -> {
        onlyForThem(it);
        button(it, "rapport:feedback:3", "rate-no answer-1");
      });
      FakeSlack.Call sent = workspace.slack.next();
      assertThat(sent.method()).isEqualTo("response_url");
      assertThat(sent.field("replace_original")).isEqualTo("true");
      assertThat(sent.body().toString())
          .contains("Starting on LinkedIn", "Thank you for telling us")
          .doesNotContain("feedback_buttons");
    }
  }

  @Test
  void aPressChangesTheMessageWhereOnlyThatPersonSeesIt() throws Exception {
    try (SlackWorkspace workspace = SlackWorkspace.where(data, incoming -> thanks())) {
      workspace.press(it -> {
        onlyForThem(it);
        button(it, "rapport:press:0", "nudge-done/delivery-1");
      });
      assertThat(workspace.slack.next().field("replace_original")).isEqualTo("true");
      assertThat(workspace.asked)
          .containsExactly(new Incoming.Pressed(CHIEF, "nudge-done", "delivery-1", false));
    }
  }

  @Test
  void aPressThatChangesNothingIsAnsweredBesideAMessageThatStays() throws Exception {
    Reply beside = Reply.beside(SampleMessages.urgent());
    try (SlackWorkspace workspace = SlackWorkspace.where(data, incoming -> beside)) {
      workspace.press(it -> {
        onlyForThem(it);
        button(it, "rapport:press:0", "nudge-done/sample");
      });
      FakeSlack.Call said = workspace.slack.next();
      assertThat(said.field("replace_original")).isEqualTo("false");
      assertThat(said.field("response_type")).isEqualTo("ephemeral");
    }
  }

  @Test
  void aPressInAChannelIsAnsweredToThatPersonAlone() throws Exception {
    try (SlackWorkspace workspace = SlackWorkspace.where(data, incoming -> thanks())) {
      workspace.press(it -> button(it, "rapport:press:0", "nudge-done/delivery-1"));
      assertThat(workspace.slack.next().field("replace_original")).isEqualTo("false");
      assertThat(workspace.asked)
          .containsExactly(new Incoming.Pressed(CHIEF, "nudge-done", "delivery-1", true));
    }
  }

  @Test
  void aRatingInAChannelLeavesTheAnswerOfTheOthersAlone() throws Exception {
    try (SlackWorkspace workspace =
        SlackWorkspace.where(
            data, incoming -> incoming instanceof Incoming.Rated ? thanks() : openly())) {
      workspace.event("app_mention", IN_A_THREAD);
      workspace.slack.next();
      workspace.press(it -> button(it, "rapport:feedback:3", "rate-no answer-1"));
      FakeSlack.Call sent = workspace.slack.next();
      assertThat(sent.field("replace_original")).isEqualTo("false");
      assertThat(sent.body().toString()).doesNotContain("Starting on LinkedIn");
    }
  }

  @Test
  void anotherWorkspaceWithTheSameAnswersIdIsShownNothingOfIt() throws Exception {
    try (SlackWorkspace workspace =
        SlackWorkspace.where(
            data, incoming -> incoming instanceof Incoming.Rated ? thanks() : openly())) {
      workspace.command("How do I start?");
      workspace.press(it -> {
        onlyForThem(it);
        it.getAsJsonObject("team").addProperty("id", "T0OTHER");
        button(it, "rapport:feedback:3", "rate-no answer-1");
      });
      assertThat(workspace.slack.next().body().toString()).doesNotContain("Starting on LinkedIn");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "rapport:ask:0, ''",
    "rapport:rate-yes:0, not an answer's id",
    "rapport:rate-maybe:0, answer-1",
    "rapport:ask, why?",
    "rapport:ask:0:1, why?",
    "other:ask:0, why?",
    "'', why?"
  })
  void aForgedButtonIsAcknowledgedAndIgnored(String id, String value) throws Exception {
    try (SlackWorkspace workspace = SlackWorkspace.where(data, openly())) {
      assertThat(workspace.press(it -> button(it, id, value)).statusCode()).isEqualTo(200);
      assertThat(workspace.sentInTheEnd()).isEmpty();
      assertThat(workspace.asked).isEmpty();
    }
  }

  @Test
  void aButtonWithAQuestionTooLongToBeOursIsIgnored() throws Exception {
    try (SlackWorkspace workspace = SlackWorkspace.where(data, openly())) {
      workspace.press(it -> button(it, "rapport:ask:0", "a".repeat(2000)));
      assertThat(workspace.sentInTheEnd()).isEmpty();
    }
  }

  @Test
  void aButtonOutsideAnyMessageIsIgnored() throws Exception {
    try (SlackWorkspace workspace = SlackWorkspace.where(data, openly())) {
      workspace.press(it -> it.add("container", JsonNull.INSTANCE));
      assertThat(workspace.sentInTheEnd()).isEmpty();
    }
  }

  @Test
  void onePressDeliveredTwiceIsAnsweredOnce() throws Exception {
    try (SlackWorkspace workspace = SlackWorkspace.where(data, openly())) {
      workspace.press(IN_A_THREAD);
      workspace.press(IN_A_THREAD);
      assertThat(workspace.sentInTheEnd()).hasSize(1);
    }
  }

  @Test
  void anAnswerIsNeverSentToAForeignAddress() throws Exception {
    try (SlackWorkspace workspace = SlackWorkspace.where(data, openly())) {
      JsonObject payload =
          SlackWorkspace.payload(
              "block_actions",
              it -> {
                onlyForThem(it);
                it.addProperty("response_url", "https://slack.com.example.org/x");
              });
      workspace.send(
          workspace.signed(
              "application/x-www-form-urlencoded",
              "payload=" + URLEncoder.encode(payload.toString(), UTF_8)));
      assertThat(workspace.sentInTheEnd()).isEmpty();
      assertThat(workspace.errors("foreign_address")).isEqualTo(1);
    }
  }

  private static Reply thanks() {
    Message message =
        new Message(
            "Thank you", List.of(new Block.Paragraph(Text.plain("Thank you for telling us."))));
    return new Reply(message, true);
  }

  private static void onlyForThem(JsonObject payload) {
    payload.getAsJsonObject("container").addProperty("is_ephemeral", true);
    payload.remove("message");
  }

  private static void button(JsonObject payload, String id, String value) {
    JsonObject action = payload.getAsJsonArray("actions").get(0).getAsJsonObject();
    action.addProperty("action_id", id);
    action.addProperty("value", value);
  }
}
