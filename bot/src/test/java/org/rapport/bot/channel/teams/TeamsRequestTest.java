package org.rapport.bot.channel.teams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rapport.bot.Settings;
import org.rapport.bot.channel.SeenEvents;
import org.rapport.bot.conversation.GivenReplies;
import org.rapport.bot.delivery.AddressEnds;
import org.rapport.bot.keys.TestKeys;
import org.rapport.bot.store.Store;

/** What is let in besides a good token: whole activities, of people whose tenant is on the list. */
class TeamsRequestTest extends WithTeams {
  @ParameterizedTest
  @ValueSource(strings = {"GET", "PUT", "DELETE", "OPTIONS", "TRACE"})
  void anythingButAPostIsNotAllowed(String method) throws Exception {
    HttpResponse<String> response =
        world.send(world.request().method(method, BodyPublishers.noBody()));

    assertThat(response.statusCode()).isEqualTo(405);
    assertThat(response.headers().firstValue("Allow")).hasValue("POST");
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/plain", "application/x-www-form-urlencoded", "application/jsonp"})
  void anotherContentTypeIsABadRequest(String type) throws Exception {
    var request = world.request().header("Authorization", "Bearer " + world.goodToken());

    assertThat(
            world
                .send(
                    request
                        .header("Content-Type", type)
                        .POST(BodyPublishers.ofString(message().toString())))
                .statusCode())
        .isEqualTo(400);
  }

  @Test
  void aCharsetBesideTheContentTypeIsFine() throws Exception {
    HttpResponse<String> response =
        world.send(
            world
                .request()
                .header("Authorization", "Bearer " + world.goodToken())
                .header("Content-Type", "Application/JSON; charset=utf-8")
                .POST(BodyPublishers.ofString(message().toString())));

    assertThat(response.statusCode()).isEqualTo(202);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "null",
        "[]",
        "\"words\"",
        "7",
        "{",
        "{\"type\":\"message\"",
        "{}{}",
        "<xml/>",
        "{\"type\":\"message\",\"type\":\"invoke\"}",
        "{\"type\":{}}",
        "\u0000"
      })
  void whatIsNotAnActivityIsABadRequest(String body) throws Exception {
    assertThat(world.post(body, "Bearer " + world.goodToken()).statusCode()).isEqualTo(400);
  }

  @Test
  void deeplyNestedJsonIsABadRequest() throws Exception {
    String body = "{\"value\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}";

    assertThat(world.post(body, "Bearer " + world.goodToken()).statusCode()).isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(strings = {"type", "serviceUrl", "conversation"})
  void anActivityWithoutWhatItNeedsIsABadRequest(String field) throws Exception {
    ObjectNode activity = message();
    activity.remove(field);

    thenBad(activity);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "not an address", "http://elsewhere.example/", "ftp://x/", "https:"})
  void aServiceAddressThatATokenMustNotGoToIsABadRequest(String address) throws Exception {
    thenBad(message().put("serviceUrl", address));
  }

  @Test
  void anEmulatorWithoutARoleIsABadRequest() throws Exception {
    thenBad(message().put("channelId", "emulator"));
  }

  @Test
  void aTimestampThatIsNoneIsABadRequest() throws Exception {
    thenBad(message().put("timestamp", "yesterday"));
  }

  @Test
  void aBodyOfMoreThanAMegabyteIsTooLarge() throws Exception {
    String body = message().put("text", "x".repeat(1024 * 1024)).toString();

    assertThat(world.post(body, "Bearer " + world.goodToken()).statusCode()).isEqualTo(413);
    assertThat(world.errors("too_large")).isEqualTo(1);
  }

  @Test
  void aBodyThatIsAnnouncedAsTooLargeIsNotWaitedFor() throws Exception {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), world.port())) {
      socket.setSoTimeout(20_000);
      String head =
          "POST /api/messages HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
              + "Content-Length: 2000000\r\n\r\n{";
      socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
      BufferedReader answer =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));

      assertThat(answer.readLine()).startsWith("HTTP/1.1 413");
    }
  }

  @Test
  void anotherTenantIsForbiddenAndCounted() throws Exception {
    ObjectNode activity = message();
    ((ObjectNode) activity.get("conversation")).put("tenantId", "tenant-two");
    ((ObjectNode) activity.at("/channelData/tenant")).put("id", "tenant-two");

    thenForbidden(activity);
    assertThat(world.errors("foreign_tenant")).isEqualTo(1);
  }

  @Test
  void aGuestOfAnotherTenantInASharedChannelIsForbidden() throws Exception {
    ObjectNode activity = message();
    ((ObjectNode) activity.at("/channelData/tenant")).put("id", "tenant-two");

    thenForbidden(activity);
  }

  @Test
  void anActivityThatNamesNoTenantIsForbidden() throws Exception {
    ObjectNode activity = message();
    activity.remove("channelData");
    ((ObjectNode) activity.get("conversation")).remove("tenantId");

    thenForbidden(activity);
  }

  @Test
  void withoutAnAppIdOnlyThisMachineIsSpokenTo() throws Exception {
    try (TeamsWorld playground =
        new TeamsWorld(
            Files.createDirectory(folder.resolve("other")),
            Duration.ofSeconds(15),
            TeamsWorld.Kind.PLAYGROUND)) {
      assertThat(playground.post(playground.question("1", "Hello?").toString(), "").statusCode())
          .isEqualTo(202);
      assertThat(playground.connector.next().authorization()).isEmpty();
      ObjectNode elsewhere =
          playground.question("2", "Hello?").put("serviceUrl", "https://elsewhere.example/");
      assertThat(playground.post(elsewhere.toString(), "").statusCode()).isEqualTo(401);
    }
  }

  @Test
  void settingsThatWouldLetStrangersInAreRefused() {
    Settings local = TeamsWorld.settings(folder, true, "127.0.0.1");
    thenNoStart(TeamsWorld.settings(folder, false, "127.0.0.1"), world.teams("", false, Set.of()));
    thenNoStart(TeamsWorld.settings(folder, true, "0.0.0.0"), world.teams("", false, Set.of()));
    thenNoStart(local, world.teams("app", false, Set.of()));
    thenNoStart(local, world.teams("app", true, Set.of()));
  }

  private void thenNoStart(Settings settings, Settings.Teams teams) {
    try (Store store = Store.embedded(folder.resolve("other.db"))) {
      SeenEvents seen = new SeenEvents(store, InstantSource.system());
      assertThatThrownBy(() ->
              new TeamsChannel(
                  settings,
                  teams,
                  GivenReplies.none(),
                  seen,
                  world.inbox,
                  new AddressEnds(store, InstantSource.system()),
                  store,
                  TestKeys.some()::macs,
                  TeamsWorld.WORDING,
                  world.meters,
                  InstantSource.system()))
          .isInstanceOf(Settings.Invalid.class);
    }
  }

  private void thenBad(ObjectNode activity) throws Exception {
    assertThat(world.receive(activity).statusCode()).isEqualTo(400);
  }

  private void thenForbidden(ObjectNode activity) throws Exception {
    assertThat(world.receive(activity).statusCode()).isEqualTo(403);
    assertThat(world.heard).isEmpty();
  }

  private ObjectNode message() {
    return world.activity("personal-message");
  }
}
