package org.rapport.bot.channel.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rapport.bot.channel.slack.SlackWorkspace.event;
import static org.rapport.bot.channel.slack.SlackWorkspace.openly;

import com.google.gson.JsonObject;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rapport.bot.conversation.Incoming;

/** What was said in a thread before the bot was mentioned in it. */
class SlackThreadsTest {
  private static final String THREAD = "1750000000.1";

  @TempDir Path data;

  @Test
  void whatPeopleSaidBeforeGoesWithTheQuestion() throws Exception {
    try (SlackWorkspace workspace = SlackWorkspace.where(data, openly())) {
      workspace.slack.answers(
          "conversations.replies",
          thread(
              message("U0AMA", "1750000000.1", "first"),
              message("U0AMA", "1750000000.2", "How often should I &lt;post&gt; on LinkedIn?"),
              message("U0BOT", "1750000000.3", "bot", "\"bot_id\":\"B0BOT\","),
              message("U0AMA", "1750000000.4", "<@U0BOT> "),
              message("U0ZOE", "1750000000.5", "I would not"),
              message("U0AMA", "1750000000.6", "joined", "\"subtype\":\"channel_join\","),
              message("U0AMA", "1750000000.7", "<@U0ZOE> and on Bluesky")));
      mention(workspace, "1");
      workspace.slack.next();
      FakeSlack.Call read = workspace.slack.threadsRead().getFirst();
      assertThat(read.field("channel")).isEqualTo("C0COMMS");
      assertThat(read.field("ts")).isEqualTo(THREAD);
      assertThat(read.field("limit")).isEqualTo("15");
      assertThat(earlier(workspace))
          .containsExactly(
              List.of("How often should I <post> on LinkedIn?", "I would not", "and on Bluesky"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"missing_scope", "not_in_channel"})
  void whereTheBotMayNotReadItAnswersAndDoesNotAskAgain(String error) throws Exception {
    try (SlackWorkspace workspace = SlackWorkspace.where(data, openly())) {
      workspace.slack.answers("conversations.replies", FakeSlack.error(error));
      mention(workspace, "1");
      mention(workspace, "2");
      assertThat(workspace.sentInTheEnd())
          .extracting(FakeSlack.Call::method)
          .containsExactly("chat.postMessage", "chat.postMessage");
      assertThat(workspace.slack.threadsRead()).hasSize(1);
      assertThat(earlier(workspace)).containsExactly(List.of(), List.of());
    }
  }

  @Test
  void whenSlackDoesNotTellTheQuestionIsAnsweredAsItStands() throws Exception {
    try (SlackWorkspace workspace = SlackWorkspace.where(data, openly())) {
      workspace.slack.answers(
          "conversations.replies", FakeSlack.rateLimited(60), new FakeSlack.Answer.Drop());
      mention(workspace, "1");
      mention(workspace, "2");
      workspace.sentInTheEnd();
      assertThat(earlier(workspace)).containsExactly(List.of(), List.of());
    }
  }

  @Test
  void outsideAThreadNothingIsRead() throws Exception {
    try (SlackWorkspace workspace = SlackWorkspace.where(data, openly())) {
      workspace.event("app_mention", it -> {});
      workspace.event("message_im", it -> event(it).addProperty("thread_ts", THREAD));
      assertThat(workspace.sentInTheEnd()).hasSize(2);
      assertThat(workspace.slack.threadsRead()).isEmpty();
    }
  }

  private static List<List<String>> earlier(SlackWorkspace workspace) {
    return workspace.asked.stream().map(it -> ((Incoming.Asked) it).earlier()).toList();
  }

  private static void mention(SlackWorkspace workspace, String number) {
    workspace.event(
        "app_mention",
        it -> {
          it.addProperty("event_id", "Ev0THREAD" + number);
          JsonObject event = event(it);
          event.addProperty("ts", "1760000000." + number);
          event.addProperty("thread_ts", THREAD);
        });
  }

  private static FakeSlack.Answer thread(String... messages) {
    return FakeSlack.ok(
        Stream.of(messages).collect(Collectors.joining(",", "{\"ok\":true,\"messages\":[", "]}")));
  }

  private static String message(String user, String ts, String text) {
    return message(user, ts, text, "");
  }

  private static String message(String user, String ts, String text, String more) {
    return "{\"type\":\"message\",%s\"user\":\"%s\",\"ts\":\"%s\",\"text\":\"%s\"}"
        .formatted(more, user, ts, text);
  }
}
