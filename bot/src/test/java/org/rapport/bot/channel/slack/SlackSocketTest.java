package org.rapport.bot.channel.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rapport.bot.channel.slack.SlackWorkspace.event;
import static org.rapport.bot.channel.slack.SlackWorkspace.openly;
import static org.rapport.bot.channel.slack.SlackWorkspace.payload;
import static org.rapport.bot.channel.slack.SlackWorkspace.privately;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Socket Mode against a WebSocket server on this machine. */
class SlackSocketTest {
  private static final Consumer<JsonObject> UNCHANGED = payload -> {};

  @TempDir Path data;

  private FakeSocket fake;
  private SlackWorkspace workspace;

  @BeforeEach
  void open() throws IOException {
    fake = new FakeSocket();
    workspace = SlackWorkspace.where(data, openly());
  }

  @AfterEach
  void close() throws Exception {
    workspace.close();
    fake.close();
  }

  @Test
  void anEventIsAcknowledgedAndAnswered() {
    opens(1);
    try (SlackSocket _ = workspace.socket()) {
      FakeSocket.Line line = line();
      line.send("events_api", "e1", payload("message_im", UNCHANGED));
      JsonObject ack = line.next();
      assertThat(ack.get("envelope_id").getAsString()).isEqualTo("e1");
      assertThat(ack.has("payload")).isFalse();
      assertThat(workspace.slack.next().field("channel")).isEqualTo("D0CHIEF");
      assertThat(workspace.questions()).containsExactly("How do I start on LinkedIn?");
    }
  }

  @Test
  void onlyTheAppsOwnTokenOpensTheSocket() {
    opens(1);
    try (SlackSocket _ = workspace.socket()) {
      FakeSlack.Call opened = workspace.slack.next();
      assertThat(opened.method()).isEqualTo("apps.connections.open");
      assertThat(opened.token()).isEqualTo("xapp-test");
      fake.next();
    }
  }

  @Test
  void aCommandIsAnsweredInItsAcknowledgement() {
    opens(1);
    try (SlackSocket _ = workspace.socket()) {
      FakeSocket.Line line = line();
      line.send("slash_commands", "c1", payload("slash_command", UNCHANGED));
      JsonObject answer = line.next().getAsJsonObject("payload");
      SlackLimits.check(answer.get("text").getAsString(), answer.getAsJsonArray("blocks"));
      assertThat(answer.get("response_type").getAsString()).isEqualTo("ephemeral");
    }
  }

  @Test
  void aModalIsAnsweredInItsAcknowledgement() {
    opens(1);
    workspace.forms.set(step -> privately());
    try (SlackSocket _ = workspace.socket()) {
      FakeSocket.Line line = line();
      line.send("interactive", "m1", payload("view_submission", UNCHANGED));
      JsonObject answer = line.next().getAsJsonObject("payload");
      assertThat(answer.get("response_action").getAsString()).isEqualTo("update");
      SlackLimits.checkModal(answer.getAsJsonObject("view"));
    }
  }

  @Test
  void aConversationIsAnsweredInTheOrderInWhichItCame() {
    List<String> questions = IntStream.range(0, 20).mapToObj(n -> "question " + n).toList();
    opens(1);
    try (SlackSocket _ = workspace.socket()) {
      FakeSocket.Line line = line();
      for (String question : questions) {
        line.send("events_api", question, message(question));
      }
      questions.forEach(question -> workspace.slack.next());
      assertThat(workspace.questions()).containsExactlyElementsOf(questions);
    }
  }

  @Test
  void whenSlackEndsTheLineAnotherIsOpenedAndWhatIsSentAgainIsAnsweredOnce() {
    opens(2);
    try (SlackSocket _ = workspace.socket()) {
      FakeSocket.Line first = line();
      first.send("events_api", "e1", payload("message_im", UNCHANGED));
      first.next();
      first.send("{\"type\":\"disconnect\",\"reason\":\"refresh_requested\"}");
      FakeSocket.Line second = fake.next();
      second.send("events_api", "e2", payload("message_im", UNCHANGED));
      assertThat(second.next().get("envelope_id").getAsString()).isEqualTo("e2");
      second.send("events_api", "e3", message("and then?"));
      second.next();
    }
    assertThat(workspace.sentInTheEnd())
        .extracting(FakeSlack.Call::method)
        .filteredOn(method -> !method.equals("apps.connections.open"))
        .hasSize(2);
    assertThat(workspace.questions()).containsExactly("How do I start on LinkedIn?", "and then?");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "not json",
        "[]",
        "{}",
        "{\"type\":\"hello\"}",
        "{\"type\":{}}",
        "{\"type\":\"events_api\",\"payload\":[]}",
        "{\"type\":\"interactive\",\"payload\":{\"type\":\"block_actions\"}}",
        "{\"type\":\"slash_commands\",\"payload\":{\"command\":{}}}"
      })
  void whatIsNoMessageOfSlacksChangesNothing(String text) {
    opens(1);
    try (SlackSocket _ = workspace.socket()) {
      FakeSocket.Line line = line();
      line.send(text);
      line.send("events_api", "e1", payload("message_im", UNCHANGED));
      assertThat(line.next().get("envelope_id").getAsString()).isEqualTo("e1");
    }
    assertThat(workspace.questions()).hasSizeLessThanOrEqualTo(1);
  }

  @Test
  void aMessageWithoutAnEndIsNotGathered() {
    opens(2);
    try (SlackSocket _ = workspace.socket()) {
      FakeSocket.Line line = line();
      line.sendPart("x".repeat(1_100_000));
      assertThat(fake.next()).isNotSameAs(line);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"ws://evil.example/link", "http://127.0.0.1/link", "file:///etc/passwd", "::"})
  void noSocketIsOpenedThatIsNotEncryptedOrNotOnThisMachine(String url) {
    workspace.slack.answers(
        "apps.connections.open",
        FakeSlack.ok("{\"ok\":true,\"url\":\"" + url + "\"}"),
        FakeSlack.error("invalid_auth"),
        fake.opened());
    try (SlackSocket _ = workspace.socket()) {
      fake.next();
      assertThat(workspace.pauses).hasSizeGreaterThanOrEqualTo(2);
      assertThat(workspace.errors("invalid_auth")).isEqualTo(1);
    }
  }

  @Test
  void aGuestIsTurnedAwayAsByHttp() {
    workspace.slack.knows("T0TRUST", "U0GUEST").addProperty("is_restricted", true);
    opens(1);
    try (SlackSocket _ = workspace.socket()) {
      FakeSocket.Line line = line();
      line.send(
          "events_api",
          "e1",
          payload("message_im", it -> event(it).addProperty("user", "U0GUEST")));
      line.next();
      assertThat(workspace.slack.next().body().toString()).contains("you are a guest here");
    }
    assertThat(workspace.asked).isEmpty();
  }

  private void opens(int times) {
    FakeSlack.Answer[] answers = new FakeSlack.Answer[times];
    Arrays.fill(answers, fake.opened());
    workspace.slack.answers("apps.connections.open", answers);
  }

  /** The first line, once it is open. */
  private FakeSocket.Line line() {
    FakeSocket.Line line = fake.next();
    assertThat(workspace.slack.next().method()).isEqualTo("apps.connections.open");
    return line;
  }

  private static JsonObject message(String words) {
    return payload(
        "message_im",
        it -> {
          it.addProperty("event_id", "Ev" + words.hashCode());
          event(it).addProperty("ts", "1760000000." + Math.abs(words.hashCode()));
          event(it).addProperty("text", words);
        });
  }
}
