package org.rapport.bot.channel.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rapport.bot.channel.slack.FakeSlack.error;
import static org.rapport.bot.channel.slack.FakeSlack.ok;
import static org.rapport.bot.channel.slack.FakeSlack.rateLimited;
import static org.rapport.bot.channel.slack.FakeSlack.status;

import com.slack.api.Slack;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rapport.bot.channel.SendResult;
import org.rapport.bot.message.SampleMessages;

class SlackMessengerTest {
  private static final String POST = "chat.postMessage";

  private final FakeSlack slack = new FakeSlack();
  private final Slack client = SlackHttp.client(slack.apiUrl(), SlackWorkspace.PATIENT);
  private final MeterRegistry metrics = new SimpleMeterRegistry();
  private final List<Duration> pauses = new ArrayList<>();

  @AfterEach
  void everythingSentWasValid() {
    slack.close();
  }

  @Test
  void aMessageThatSlackTakesIsSent() {
    assertThat(post()).isEqualTo(new SendResult.Sent("1760000099.000100"));
    assertThat(slack.next().field("unfurl_links")).isEqualTo("0");
  }

  @Test
  void itWaitsAsLongAsSlackAsksAndThenSendsOnce() {
    slack.answers(POST, rateLimited(7), rateLimited(3));
    assertThat(post()).isInstanceOf(SendResult.Sent.class);
    assertThat(pauses).containsExactly(Duration.ofSeconds(7), Duration.ofSeconds(3));
    assertThat(slack.rest()).hasSize(3);
  }

  @Test
  void itGivesUpWhenSlackAsksForTooLong() {
    slack.answers(POST, rateLimited(3600));
    assertThat(post()).isEqualTo(new SendResult.Failed("rate_limited"));
    assertThat(pauses).isEmpty();
    assertThat(errors("rate_limited")).isEqualTo(1);
  }

  @Test
  void itGivesUpWhenSlackAsksTooOften() {
    slack.answers(
        POST, rateLimited(1), rateLimited(1), rateLimited(1), rateLimited(1), rateLimited(1));
    assertThat(post()).isEqualTo(new SendResult.Failed("rate_limited"));
    assertThat(slack.rest()).hasSize(5);
  }

  @Test
  void aBusySlackThatSaysWhenIsTriedAgainThen() {
    slack.answers(POST, new FakeSlack.Answer.Reply(503, Map.of("Retry-After", "2"), "busy"));
    assertThat(post()).isInstanceOf(SendResult.Sent.class);
    assertThat(pauses).containsExactly(Duration.ofSeconds(2));
  }

  @ParameterizedTest
  @ValueSource(ints = {500, 502, 503, 504})
  void aServerErrorMayHavePostedSoItIsNotTriedAgain(int status) {
    slack.answers(POST, status(status));
    assertThat(post()).isEqualTo(new SendResult.Unconfirmed("http_" + status));
    assertThat(slack.rest()).hasSize(1);
    assertThat(errors("http_" + status)).isEqualTo(1);
  }

  @Test
  void aReplyThatNeverComesIsNotTriedAgain() {
    slack.answers(POST, new FakeSlack.Answer.Hang());
    Slack impatient = SlackHttp.client(slack.apiUrl(), Duration.ofMillis(200));
    assertThat(messenger(impatient, slack.apiUrl()).send(channel(), SampleMessages.found()))
        .isEqualTo(new SendResult.Unconfirmed("no_reply"));
    slack.next();
    assertThat(slack.rest()).isEmpty();
    assertThat(errors("no_reply")).isEqualTo(1);
  }

  @Test
  void aConnectionThatDropsAfterTheMessageWentOutIsNotTriedAgain() {
    post(); // Leaves a connection behind that the client would silently retry on.
    slack.answers(POST, new FakeSlack.Answer.Drop());
    assertThat(post()).isEqualTo(new SendResult.Unconfirmed("no_reply"));
    assertThat(slack.rest()).hasSize(2);
  }

  @Test
  void aReplyThatIsNotJsonIsNotTriedAgain() {
    slack.answers(POST, ok("<html>sign in to the Wi-Fi</html>"));
    assertThat(post()).isEqualTo(new SendResult.Unconfirmed("garbled_reply"));
  }

  @Test
  void aSlackThatCannotBeReachedIsTriedAgainAndThenGivenUp() throws IOException {
    URI nobody = nobodyThere();
    Slack client = SlackHttp.client(nobody, SlackWorkspace.PATIENT);
    assertThat(messenger(client, nobody).send(channel(), SampleMessages.found()))
        .isEqualTo(new SendResult.Failed("unreachable"));
    assertThat(pauses).hasSize(4);
    assertThat(errors("unreachable")).isEqualTo(1);
  }

  @Test
  void aRefusalIsFinal() {
    slack.answers(POST, error("channel_not_found"));
    assertThat(post()).isEqualTo(new SendResult.Refused("channel_not_found"));
    assertThat(errors("channel_not_found")).isEqualTo(1);
    assertThat(slack.rest()).hasSize(1);
  }

  @Test
  void anErrorThatMayHavePostedIsUnconfirmed() {
    slack.answers(POST, error("fatal_error"));
    assertThat(post()).isEqualTo(new SendResult.Unconfirmed("fatal_error"));
  }

  @Test
  void anErrorInAStrangeFormIsCountedAsOther() {
    slack.answers(POST, error("<b>odd</b>"));
    post();
    assertThat(errors("other")).isEqualTo(1);
  }

  @Test
  void aResponseUrlIsTriedAgainAsSlackAsks() {
    slack.answers("response_url", rateLimited(4));
    Destination url = new Destination.ResponseUrl(URI.create(slack.responseUrl()));
    assertThat(messenger().send(url, SampleMessages.urgent())).isInstanceOf(SendResult.Sent.class);
    assertThat(pauses).containsExactly(Duration.ofSeconds(4));
  }

  @Test
  void anExpiredResponseUrlIsFinal() {
    slack.answers("response_url", status(404));
    Destination url = new Destination.ResponseUrl(URI.create(slack.responseUrl()));
    assertThat(messenger().send(url, SampleMessages.urgent()))
        .isEqualTo(new SendResult.Refused("http_404"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://example.org/x",
        "http://hooks.127.0.0.1.example.org/x",
        "https://127.0.0.1/x",
        "file:///etc/passwd",
        "relative"
      })
  void onlySlacksOwnHostsAreWrittenTo(String url) {
    assertThat(
            messenger().send(new Destination.ResponseUrl(URI.create(url)), SampleMessages.found()))
        .isEqualTo(new SendResult.Refused("foreign_address"));
  }

  @Test
  void whileSlackDoesNotTellAConversationIsTakenAsUsed() {
    slack.answers("conversations.history", error("missing_scope"), status(500));
    assertThat(messenger().isEmpty(chat())).isFalse();
    assertThat(messenger().isEmpty(chat())).isFalse();
    assertThat(messenger().isEmpty(chat())).isTrue();
  }

  private SendResult post() {
    return messenger().send(channel(), SampleMessages.found());
  }

  private static Destination channel() {
    return new Destination.Channel("T0TRUST", "C0COMMS", Optional.empty());
  }

  private static Destination.Channel chat() {
    return new Destination.Channel("T0TRUST", "D0CHIEF", Optional.empty());
  }

  private SlackMessenger messenger() {
    return messenger(client, slack.apiUrl());
  }

  private SlackMessenger messenger(Slack client, URI apiUrl) {
    return new SlackMessenger(
        client,
        new OneToken("xoxb-test"),
        apiUrl,
        Duration.ofMinutes(1),
        pauses::add,
        new SlackTrouble(metrics),
        new ShareOffer("Share this answer"));
  }

  private double errors(String reason) {
    return metrics.counter("rapport.channel.errors", "channel", "slack", "reason", reason).count();
  }

  private static URI nobodyThere() throws IOException {
    try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return URI.create("http://127.0.0.1:" + closed.getLocalPort() + "/api/");
    }
  }
}
