package org.rapport.bot.channel.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rapport.bot.channel.slack.SlackWorkspace.event;
import static org.rapport.bot.channel.slack.SlackWorkspace.openly;

import com.google.gson.JsonObject;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rapport.bot.channel.Address;
import org.rapport.bot.conversation.Incoming;
import org.rapport.bot.conversation.Reply;
import org.rapport.bot.message.SampleMessages;

/** The assistant pane: a thread's greeting, prompts, title, and the channel viewed beside it. */
class SlackAssistantTest {
  private static final Address CHIEF = new Address(Address.Kind.SLACK, "T0TRUST", "U0CHIEF");
  private static final String THREAD = "1760000008.000800";
  private static final Consumer<JsonObject> UNCHANGED = payload -> {};

  @TempDir Path data;

  @Test
  void aNewThreadIsGreetedWithPromptsThatAreNoButtons() throws Exception {
    try (SlackWorkspace workspace = greeting()) {
      workspace.event("assistant_thread_started", UNCHANGED);
      FakeSlack.Call greeting = workspace.slack.next();
      assertThat(greeting.method()).isEqualTo("chat.postMessage");
      assertThat(greeting.field("thread_ts")).isEqualTo(THREAD);
      assertThat(greeting.body().toString()).doesNotContain("rapport:ask");
      FakeSlack.Call prompts = workspace.slack.next();
      assertThat(prompts.method()).isEqualTo("assistant.threads.setSuggestedPrompts");
      assertThat(prompts.field("channel_id")).isEqualTo("D0CHIEF");
      assertThat(prompts.field("thread_ts")).isEqualTo(THREAD);
      assertThat(workspace.asked).containsExactly(new Incoming.BeganChat(CHIEF));
    }
  }

  @Test
  void aGreetingDeliveredTwiceIsSaidOnce() throws Exception {
    try (SlackWorkspace workspace = greeting()) {
      workspace.event("assistant_thread_started", UNCHANGED);
      workspace.event("assistant_thread_started", UNCHANGED);
      assertThat(workspace.sentInTheEnd()).hasSize(2);
    }
  }

  @Test
  void whatIsWrittenInThePaneIsAnsweredInItsThreadWhichGetsATitleOnce() throws Exception {
    try (SlackWorkspace workspace = greeting()) {
      workspace.event("assistant_thread_started", UNCHANGED);
      workspace.slack.next();
      workspace.slack.next();
      write(workspace, "1760000009.1");
      assertThat(workspace.slack.next().field("thread_ts")).isEqualTo(THREAD);
      FakeSlack.Call title = workspace.slack.next();
      assertThat(title.method()).isEqualTo("assistant.threads.setTitle");
      assertThat(title.field("thread_ts")).isEqualTo(THREAD);
      assertThat(title.field("title")).isEqualTo(SampleMessages.welcome().summary());

      write(workspace, "1760000010.1");
      assertThat(workspace.sentInTheEnd())
          .extracting(FakeSlack.Call::method)
          .containsExactly("chat.postMessage");
    }
  }

  @Test
  void theTokenOfItsOwnWorkspaceIsUsedAndNoStatusIsSet() throws Exception {
    try (SlackWorkspace workspace = greeting()) {
      workspace.event("assistant_thread_started", UNCHANGED);
      write(workspace, "1760000009.1");
      assertThat(workspace.sentInTheEnd())
          .allSatisfy(call -> {
            assertThat(call.token()).isEqualTo("xoxb-test");
            assertThat(call.method()).isNotEqualTo("assistant.threads.setStatus");
          });
    }
  }

  @Test
  void sharingFromThePaneProposesTheChannelBesideIt() throws Exception {
    try (SlackWorkspace workspace = SlackWorkspace.where(data, SlackWorkspace.shareably())) {
      workspace.event("assistant_thread_started", UNCHANGED);
      workspace.event("assistant_thread_context_changed", UNCHANGED);
      workspace.slack.next();
      workspace.slack.next();
      assertThat(share(workspace)).contains("\"initial_conversation\":\"C0BOARD\"");
    }
  }

  @Test
  void whatIsViewedBesideAThreadAndItsTitleOutliveARestart() throws Exception {
    try (SlackWorkspace workspace = greeting()) {
      workspace.event("assistant_thread_started", UNCHANGED);
      workspace.event("assistant_thread_context_changed", UNCHANGED);
      write(workspace, "1760000009.1");
      assertThat(workspace.sentInTheEnd()).hasSize(4);
    }
    try (SlackWorkspace restarted = SlackWorkspace.where(data, SlackWorkspace.shareably())) {
      assertThat(share(restarted)).contains("\"initial_conversation\":\"C0BOARD\"");
      write(restarted, "1760000010.1");
      assertThat(restarted.sentInTheEnd())
          .extracting(FakeSlack.Call::method)
          .containsExactly("chat.postMessage");
    }
  }

  @Test
  void aThreadThatNobodyLookedAtForAMonthIsForgotten() throws Exception {
    try (SlackWorkspace workspace = greeting()) {
      AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2027-01-11T12:00:00Z"));
      AssistantThreads panes = new AssistantThreads(workspace.store, now::get);
      Destination.Channel thread =
          new Destination.Channel("T0TRUST", "D0CHIEF", Optional.of(THREAD));
      panes.began(thread, CHIEF, Optional.of("C0COMMS"));
      now.set(Instant.parse("2027-02-01T12:00:00Z"));
      panes.views(thread, Optional.of("C0BOARD"));

      now.set(Instant.parse("2027-02-28T12:00:00Z"));
      panes.forgetOld();
      assertThat(panes.viewed(thread)).contains("C0BOARD");
      now.set(Instant.parse("2027-03-04T12:00:00Z"));
      panes.forgetOld();
      panes.views(thread, Optional.of("C0COMMS"));
      assertThat(panes.viewed(thread)).isEmpty();
    }
  }

  @Test
  void aThreadThatBeganBeforeARestartGetsItsTitleAfterIt() throws Exception {
    try (SlackWorkspace workspace = greeting()) {
      workspace.event("assistant_thread_started", UNCHANGED);
      assertThat(workspace.sentInTheEnd()).hasSize(2);
    }
    try (SlackWorkspace restarted = greeting()) {
      write(restarted, "1760000009.1");
      assertThat(restarted.sentInTheEnd())
          .extracting(FakeSlack.Call::method)
          .containsExactly("chat.postMessage", "assistant.threads.setTitle");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"assistant_thread_started", "assistant_thread_context_changed"})
  void anEventWithoutItsThreadIsAcknowledgedAndIgnored(String name) throws Exception {
    try (SlackWorkspace workspace = SlackWorkspace.where(data, openly())) {
      assertThat(workspace.event(name, it -> event(it).remove("assistant_thread")).statusCode())
          .isEqualTo(200);
      for (String missing : List.of("user_id", "channel_id", "thread_ts")) {
        workspace.event(name, it -> event(it).getAsJsonObject("assistant_thread").remove(missing));
      }
      assertThat(workspace.sentInTheEnd()).isEmpty();
    }
  }

  /** Wants to share from the pane; what is opened. */
  private static String share(SlackWorkspace workspace) {
    workspace.press(it -> {
      JsonObject container = it.getAsJsonObject("container");
      container.addProperty("channel_id", "D0CHIEF");
      container.addProperty("thread_ts", THREAD);
      JsonObject button = it.getAsJsonArray("actions").get(0).getAsJsonObject();
      button.addProperty("action_id", "rapport:share:0");
      button.addProperty("value", "Starting on LinkedIn");
    });
    FakeSlack.Call opened = workspace.slack.next();
    assertThat(opened.method()).isEqualTo("views.open");
    return opened.body().toString();
  }

  private SlackWorkspace greeting() {
    return SlackWorkspace.where(data, new Reply(SampleMessages.welcome(), false));
  }

  private static void write(SlackWorkspace workspace, String ts) {
    workspace.event(
        "message_im",
        it -> {
          it.addProperty("event_id", "Ev0" + ts);
          event(it).addProperty("ts", ts);
          event(it).addProperty("thread_ts", THREAD);
        });
  }
}
