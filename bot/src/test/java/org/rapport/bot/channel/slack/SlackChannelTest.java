package org.rapport.bot.channel.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rapport.bot.channel.slack.FakeSlack.error;
import static org.rapport.bot.channel.slack.FakeSlack.ok;
import static org.rapport.bot.channel.slack.FakeSlack.rateLimited;
import static org.rapport.bot.channel.slack.FakeSlack.status;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rapport.bot.channel.Address;
import org.rapport.bot.channel.SendResult;
import org.rapport.bot.channel.Sighting;
import org.rapport.bot.message.SampleMessages;

class SlackChannelTest {
  private static final Address AMA = new Address(Address.Kind.SLACK, "T0TRUST", "U0AMA");
  private static final String POST = "chat.postMessage";
  private static final String HISTORY = "conversations.history";
  private static final Instant SINCE = Instant.parse("2026-11-23T09:00:00Z");

  private final FakeSlack slack = new FakeSlack();
  private final SlackChannel channel = channel(slack.apiUrl(), new OneToken("xoxb-test"));

  @AfterEach
  void everythingSentWasValid() {
    channel.close();
    slack.close();
  }

  @Test
  void aNudgeGoesToThePersonWithTheIdOfItsDelivery() {
    assertThat(send()).isEqualTo(new SendResult.Sent("1760000099.000100"));

    FakeSlack.Call call = slack.next();
    assertThat(call.method()).isEqualTo(POST);
    assertThat(call.field("channel")).isEqualTo("U0AMA");
    JsonObject metadata = JsonParser.parseString(call.field("metadata")).getAsJsonObject();
    assertThat(metadata.get("event_type").getAsString()).isEqualTo("rapport_delivery");
    assertThat(metadata.getAsJsonObject("event_payload").get("delivery").getAsString())
        .isEqualTo("d1");
  }

  @Test
  void itNeverTriesAgainByItself() {
    slack.answers(POST, rateLimited(7));
    assertThat(send()).isEqualTo(new SendResult.Throttled(Duration.ofSeconds(7)));
    assertThat(slack.rest()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "channel_not_found, no_address",
    "cannot_dm_bot, no_address",
    "account_inactive, bot_not_installed",
    "token_revoked, bot_not_installed",
    "is_archived, no_address",
    "user_disabled, left",
    "user_not_found, left"
  })
  void aPersonWhoCannotBeWrittenToIsGone(String code, String reason) {
    slack.answers(POST, error(code));
    assertThat(send()).isEqualTo(new SendResult.Gone(reason));
  }

  @ParameterizedTest
  @ValueSource(strings = {"invalid_auth", "token_expired", "missing_scope"})
  void aTroubleOfTheBotCostsNobodyTheirAddress(String code) {
    slack.answers(POST, error(code));
    assertThat(send()).isEqualTo(new SendResult.Failed(code));
  }

  @Test
  void aMessageThatSlackDoesNotTakeIsRefused() {
    slack.answers(POST, error("msg_too_long"));
    assertThat(send()).isEqualTo(new SendResult.Refused("msg_too_long"));
  }

  @Test
  void aReplyThatIsLostLeavesItOpenWhetherItWentOut() {
    slack.answers(POST, new FakeSlack.Answer.Drop());
    assertThat(send()).isEqualTo(new SendResult.Unconfirmed("no_reply"));
    slack.answers(POST, status(502));
    assertThat(send()).isEqualTo(new SendResult.Unconfirmed("http_502"));
  }

  @Test
  void aSlackThatCannotBeReachedSurelyGotNothing() throws IOException {
    URI nobody;
    try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      nobody = URI.create("http://127.0.0.1:" + closed.getLocalPort() + "/api/");
    }
    try (SlackChannel cut = channel(nobody, new OneToken("xoxb-test"))) {
      assertThat(cut.send(AMA, SampleMessages.urgent(), "d1"))
          .isEqualTo(new SendResult.Failed("unreachable"));
    }
  }

  @Test
  void whereRapportIsNotInstalledNothingIsAsked() {
    try (SlackChannel removed =
        channel(slack.apiUrl(), new Fixed(new SlackTokens.BotToken.NotInstalled()))) {
      assertThat(removed.send(AMA, SampleMessages.urgent(), "d1"))
          .isEqualTo(new SendResult.Gone("bot_not_installed"));
      assertThat(removed.find(AMA, "d1", SINCE)).isEqualTo(new Sighting.CannotTell());
    }
    assertThat(slack.rest()).isEmpty();
  }

  @Test
  void aMessageIsFoundByTheIdOfItsDelivery() {
    slack.answers("conversations.open", ok("{\"ok\":true,\"channel\":{\"id\":\"D0AMA\"}}"));
    slack.answers(HISTORY, history(false, nudge("d0", "1.1"), nudge("d1", "1.2")));

    assertThat(channel.find(AMA, "d1", SINCE)).isEqualTo(new Sighting.Seen("1.2"));

    assertThat(slack.next().field("users")).isEqualTo("U0AMA");
    FakeSlack.Call asked = slack.next();
    assertThat(asked.field("channel")).isEqualTo("D0AMA");
    assertThat(asked.field("include_all_metadata")).isEqualTo("1");
    assertThat(Instant.ofEpochSecond((long) Double.parseDouble(asked.field("oldest"))))
        .isBefore(SINCE);
    assertThat(Instant.ofEpochSecond((long) Double.parseDouble(asked.field("latest"))))
        .isAfter(SINCE);
  }

  @Test
  void aMessageIsNotThereIfAllThatTheBotWroteIsSomethingElse() {
    assertThat(found(history(false, nudge("d0", "1.1"), "{\"user\":\"U0AMA\",\"text\":\"hi\"}")))
        .isEqualTo(new Sighting.NotThere());
  }

  @Test
  void whereSlackDoesNotShowEverythingItCannotTell() {
    assertThat(found(history(true, nudge("d0", "1.1")))).isEqualTo(new Sighting.CannotTell());
    assertThat(found(history(false, "{\"bot_id\":\"B0\",\"ts\":\"1.1\",\"text\":\"?\"}")))
        .isEqualTo(new Sighting.CannotTell());
    assertThat(found(error("missing_scope"))).isEqualTo(new Sighting.CannotTell());
  }

  @Test
  void whereSlackIsBusyItIsAskedAgain() {
    assertThat(found(rateLimited(30))).isEqualTo(new Sighting.AskAgain(Duration.ofSeconds(30)));
    assertThat(found(status(500))).isEqualTo(new Sighting.AskAgain(Duration.ofMinutes(1)));
    assertThat(found(new FakeSlack.Answer.Drop()))
        .isEqualTo(new Sighting.AskAgain(Duration.ofMinutes(1)));
    assertThat(found(ok("not JSON"))).isEqualTo(new Sighting.AskAgain(Duration.ofMinutes(1)));
  }

  private SendResult send() {
    return channel.send(AMA, SampleMessages.urgent(), "d1");
  }

  private Sighting found(FakeSlack.Answer history) {
    slack.answers("conversations.open", ok("{\"ok\":true,\"channel\":{\"id\":\"D0AMA\"}}"));
    slack.answers(HISTORY, history);
    return channel.find(AMA, "d1", SINCE);
  }

  private static FakeSlack.Answer history(boolean more, String... messages) {
    return ok(
        "{\"ok\":true,\"has_more\":"
            + more
            + ",\"messages\":["
            + String.join(",", messages)
            + "]}");
  }

  private static String nudge(String delivery, String ts) {
    return """
    {"bot_id":"B0RAPPORT","ts":"%s","metadata":{"event_type":"rapport_delivery",
     "event_payload":{"delivery":"%s"}}}\
    """
        .formatted(ts, delivery);
  }

  private static SlackChannel channel(URI apiUrl, SlackTokens tokens) {
    return new SlackChannel(
        SlackHttp.client(apiUrl, SlackWorkspace.PATIENT),
        tokens,
        new SlackTrouble(new SimpleMeterRegistry()));
  }

  /** What there is to speak with, whatever the workspace. */
  private record Fixed(BotToken token) implements SlackTokens {
    @Override
    public BotToken in(SlackTeam team) {
      return token;
    }

    @Override
    public boolean installed(SlackTeam team) {
      return false;
    }

    @Override
    public void belongs(String workspace, SlackTeam installed) {}

    @Override
    public void uninstalled(SlackTeam team, Instant at) {}

    @Override
    public void revoked(SlackTeam team, Set<String> bots, Instant at) {}
  }
}
