package org.rapport.bot.channel.slack;

import static java.util.concurrent.TimeUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.rapport.bot.channel.slack.SlackWorkspace.event;
import static org.rapport.bot.channel.slack.SlackWorkspace.openly;
import static org.rapport.bot.channel.slack.SlackWorkspace.privately;

import com.google.gson.JsonObject;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rapport.bot.channel.Address;
import org.rapport.bot.channel.GivenFile;
import org.rapport.bot.conversation.Incoming;
import org.rapport.bot.conversation.Reply;

class SlackEventsTest {
  private static final Address CHIEF = new Address(Address.Kind.SLACK, "T0TRUST", "U0CHIEF");
  private static final Consumer<JsonObject> AS_IT_IS = payload -> {};

  @TempDir Path data;

  @Test
  void theAddressIsVerified() throws Exception {
    try (SlackWorkspace workspace = SlackWorkspace.where(data, openly())) {
      assertThat(workspace.event("url_verification", AS_IT_IS).body())
          .isEqualTo("3eZbrw1aBm2rZgRNFdxV2595E9CY3gmdALWMmHkvFXO7tYXAYM8P");
    }
  }

  @Test
  void aMentionIsAnsweredInAThreadUnderIt() throws Exception {
    try (SlackWorkspace workspace = SlackWorkspace.where(data, openly())) {
      assertThat(workspace.event("app_mention", AS_IT_IS).statusCode()).isEqualTo(200);
      FakeSlack.Call sent = workspace.slack.next();
      assertThat(sent.method()).isEqualTo("chat.postMessage");
      assertThat(sent.field("channel")).isEqualTo("C0COMMS");
      assertThat(sent.field("thread_ts")).isEqualTo("1760000000.000100");
      assertThat(workspace.asked)
          .containsExactly(
              new Incoming.Asked(
                  CHIEF, "how do I start on LinkedIn?", true, "C0COMMS:1760000000.000100"));
    }
  }

  @Test
  void aMentionInAThreadIsAnsweredInThatThread() throws Exception {
    try (SlackWorkspace workspace = SlackWorkspace.where(data, openly())) {
      workspace.event("app_mention", it -> event(it).addProperty("thread_ts", "1750000000.1"));
      assertThat(workspace.slack.next().field("thread_ts")).isEqualTo("1750000000.1");
    }
  }

  @Test
  void aMentionWithNothingElseIsARequestForHelp() throws Exception {
    try (SlackWorkspace workspace = SlackWorkspace.where(data, openly())) {
      workspace.event("app_mention", it -> event(it).addProperty("text", "<@U0BOT>"));
      workspace.slack.next();
      assertThat(workspace.questions()).containsExactly("help");
    }
  }

  @Test
  void aDirectMessageIsAnsweredThereAndInPrivate() throws Exception {
    try (SlackWorkspace workspace = SlackWorkspace.where(data, openly())) {
      workspace.event("message_im", AS_IT_IS);
      FakeSlack.Call sent = workspace.slack.next();
      assertThat(sent.field("channel")).isEqualTo("D0CHIEF");
      assertThat(sent.body().has("thread_ts")).isFalse();
      assertThat(workspace.asked)
          .containsExactly(
              new Incoming.Asked(CHIEF, "How do I start on LinkedIn?", false, "D0CHIEF"));
    }
  }

  @Test
  void aDirectMessageWithLongOddTextIsAnswered() throws Exception {
    try (SlackWorkspace workspace = SlackWorkspace.where(data, openly())) {
      workspace.event("message_im", it -> event(it).addProperty("text", "😀".repeat(5000)));
      workspace.slack.next();
      assertThat(workspace.questions()).containsExactly("😀".repeat(5000));
    }
  }

  @Test
  void aRedeliveredEventIsAnsweredOnce() throws Exception {
    try (SlackWorkspace workspace = SlackWorkspace.where(data, openly())) {
      workspace.event("message_im", AS_IT_IS);
      workspace.event("message_im", AS_IT_IS);
      assertThat(workspace.sentInTheEnd()).hasSize(1);
    }
  }

  @Test
  void oneMessageUnderTwoEventIdsIsAnsweredOnce() throws Exception {
    try (SlackWorkspace workspace = SlackWorkspace.where(data, openly())) {
      workspace.event("app_mention", AS_IT_IS);
      workspace.event("app_mention", it -> it.addProperty("event_id", "Ev0ANOTHER"));
      assertThat(workspace.sentInTheEnd()).hasSize(1);
    }
  }

  @Test
  void anEventIsAnsweredEvenWhileTheDatabaseIsAway() throws Exception {
    try (SlackWorkspace workspace = SlackWorkspace.where(data, openly())) {
      workspace.store.close();
      workspace.event("message_im", AS_IT_IS);
      assertThat(workspace.sentInTheEnd()).hasSize(1);
    }
  }

  @Test
  void whatTheBotItselfOrAnotherBotWroteIsNotAnswered() throws Exception {
    try (SlackWorkspace workspace = SlackWorkspace.where(data, openly())) {
      workspace.event("message_im", it -> event(it).addProperty("bot_id", "B0BOT"));
      workspace.event("message_im", it -> event(it).addProperty("user", "U0BOT"));
      workspace.event("message_im", it -> event(it).addProperty("user", "USLACKBOT"));
      workspace.event("message_im", it -> event(it).addProperty("subtype", "bot_message"));
      workspace.event("app_mention", it -> event(it).addProperty("bot_id", "B0OTHER"));
      assertThat(workspace.sentInTheEnd()).isEmpty();
      assertThat(workspace.asked).isEmpty();
    }
  }

  @Test
  void aFileInADirectMessageIsGivenWithTheWordsBesideIt() throws Exception {
    try (SlackWorkspace workspace = SlackWorkspace.where(data, openly())) {
      workspace.event("message_file_share", it -> event(it).addProperty("text", "our policy"));
      assertThat(workspace.slack.next().field("channel")).isEqualTo("D0CHIEF");
      assertThat(workspace.asked)
          .singleElement()
          .isInstanceOfSatisfying(
              Incoming.Gave.class,
              gave -> {
                assertThat(gave.said())
                    .isEqualTo(new Incoming.Asked(CHIEF, "our policy", false, "D0CHIEF"));
                assertThat(gave.files()).extracting(GivenFile::name).containsExactly("policy.md");
              });
    }
  }

  @Test
  void filesOfTheBotItselfOrWhereNobodyMentionedItAreLeftAlone() throws Exception {
    try (SlackWorkspace workspace = SlackWorkspace.where(data, openly())) {
      workspace.event("message_file_share", it -> event(it).addProperty("user", "U0BOT"));
      workspace.event(
          "message_file_share",
          it -> {
            event(it).addProperty("channel", "C0COMMS");
            event(it).addProperty("channel_type", "channel");
          });
      workspace.app.close();
      assertThat(workspace.asked).isEmpty();
    }
  }

  @Test
  void editsAndUnknownEventsAreAcknowledgedAndLeftAlone() throws Exception {
    try (SlackWorkspace workspace = SlackWorkspace.where(data, openly())) {
      assertThat(workspace.event("message_changed", AS_IT_IS).statusCode()).isEqualTo(200);
      assertThat(
              workspace
                  .event("app_mention", it -> event(it).addProperty("type", "team_join_2"))
                  .statusCode())
          .isEqualTo(200);
      workspace.event("message_im", it -> event(it).addProperty("channel_type", "channel"));
      assertThat(workspace.sentInTheEnd()).isEmpty();
    }
  }

  @Test
  void anUrgentReplyToAMentionIsSeenByTheAskerOnly() throws Exception {
    try (SlackWorkspace workspace = SlackWorkspace.where(data, privately())) {
      workspace.event("app_mention", AS_IT_IS);
      FakeSlack.Call sent = workspace.slack.next();
      assertThat(sent.method()).isEqualTo("chat.postEphemeral");
      assertThat(sent.field("user")).isEqualTo("U0CHIEF");
      assertThat(sent.field("channel")).isEqualTo("C0COMMS");
      assertThat(sent.body().has("thread_ts")).isFalse();
      assertThat(workspace.sentInTheEnd()).isEmpty();
    }
  }

  @Test
  void anUrgentReplyThatCannotBeShownThereComesAsADirectMessage() throws Exception {
    try (SlackWorkspace workspace = SlackWorkspace.where(data, privately())) {
      workspace.slack.answers("chat.postEphemeral", FakeSlack.error("user_not_in_channel"));
      workspace.event("app_mention", AS_IT_IS);
      workspace.slack.next();
      FakeSlack.Call sent = workspace.slack.next();
      assertThat(sent.method()).isEqualTo("chat.postMessage");
      assertThat(sent.field("channel")).isEqualTo("U0CHIEF");
    }
  }

  @Test
  void anUrgentReplyInADirectMessageStaysToBeReadAgain() throws Exception {
    try (SlackWorkspace workspace = SlackWorkspace.where(data, privately())) {
      workspace.event("message_im", AS_IT_IS);
      assertThat(workspace.slack.next().method()).isEqualTo("chat.postMessage");
    }
  }

  @Test
  void whoOpensAnEmptyConversationIsGreetedOnce() throws Exception {
    try (SlackWorkspace workspace = SlackWorkspace.where(data, openly())) {
      workspace.event("app_home_opened", AS_IT_IS);
      workspace.event("app_home_opened", AS_IT_IS);
      assertThat(workspace.slack.next().method()).isEqualTo("conversations.history");
      assertThat(workspace.slack.next().field("channel")).isEqualTo("D0CHIEF");
      assertThat(workspace.sentInTheEnd()).isEmpty();
      assertThat(workspace.asked).containsExactly(new Incoming.Arrived(CHIEF));
    }
  }

  @Test
  void whoOpensAUsedConversationOrAnotherTabIsNotGreeted() throws Exception {
    try (SlackWorkspace workspace = SlackWorkspace.where(data, openly())) {
      workspace.slack.answers(
          "conversations.history",
          FakeSlack.ok("{\"ok\":true,\"messages\":[{\"type\":\"message\",\"text\":\"hi\"}]}"));
      workspace.event("app_home_opened", it -> event(it).addProperty("tab", "about"));
      workspace.event("app_home_opened", AS_IT_IS);
      assertThat(workspace.sentInTheEnd())
          .extracting(FakeSlack.Call::method)
          .containsExactly("conversations.history");
    }
  }

  @Test
  void aConversationIsAnsweredInTheOrderItWasAsked() throws Exception {
    List<String> questions = IntStream.range(0, 20).mapToObj(n -> "question " + n).toList();
    try (SlackWorkspace workspace = SlackWorkspace.where(data, openly())) {
      questions.forEach(question ->
          workspace.event(
              "message_im",
              it -> {
                it.addProperty("event_id", question);
                event(it).addProperty("ts", question);
                event(it).addProperty("text", question);
              }));
      assertThat(workspace.sentInTheEnd()).hasSize(20);
      assertThat(workspace.questions()).isEqualTo(questions);
    }
  }

  @Test
  void aStopFinishesWhatWasAcknowledgedAndTakesNoMore() throws Exception {
    CountDownLatch thinking = new CountDownLatch(1);
    CountDownLatch stopping = new CountDownLatch(1);
    try (SlackWorkspace workspace =
        SlackWorkspace.where(data, incoming -> onceStopping(thinking, stopping))) {
      workspace.event("message_im", AS_IT_IS);
      thinking.await();
      Thread stop = Thread.ofVirtual().start(workspace.app::close);
      await()
          .atMost(1, MINUTES)
          .until(() -> workspace.event("app_mention", AS_IT_IS).statusCode() == 503);
      stopping.countDown();
      stop.join();
      assertThat(workspace.slack.rest())
          .extracting(call -> call.field("channel"))
          .contains("D0CHIEF");
    }
  }

  private static Reply onceStopping(CountDownLatch thinking, CountDownLatch stopping) {
    thinking.countDown();
    try {
      stopping.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    return openly();
  }
}
