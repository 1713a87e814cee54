package org.rapport.bot.channel.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rapport.bot.channel.slack.SlackWorkspace.privately;
import static org.rapport.bot.channel.slack.SlackWorkspace.shareably;

import com.google.gson.JsonArray;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rapport.bot.channel.Address;
import org.rapport.bot.conversation.Incoming;

/** Sharing an answer that only its asker sees, on purpose; real or forged. */
class SlackShareTest {
  private static final Address CHIEF = new Address(Address.Kind.SLACK, "T0TRUST", "U0CHIEF");
  private static final String TITLE = "Starting on LinkedIn";
  private static final Consumer<JsonObject> UNCHANGED = payload -> {};

  @TempDir Path data;

  @Test
  void anAnswerThatOnlyItsAskerSeesCanBeShared() throws Exception {
    try (SlackWorkspace workspace = SlackWorkspace.where(data, shareably())) {
      assertThat(workspace.command("how do I start?").body()).contains("rapport:share:0");
      workspace.event("message_im", UNCHANGED);
      assertThat(workspace.slack.next().body().toString()).contains("rapport:share:0");
    }
  }

  @Test
  void anAnswerThatAllSeeHasNoButtonToShareIt() throws Exception {
    try (SlackWorkspace workspace = SlackWorkspace.where(data, shareably())) {
      workspace.event("app_mention", UNCHANGED);
      assertThat(workspace.slack.next().body().toString()).doesNotContain("rapport:share");
    }
  }

  @Test
  void theButtonAsksWhereToAndNamesNobodyElsesChannels() throws Exception {
    try (SlackWorkspace workspace = SlackWorkspace.where(data, shareably())) {
      workspace.press(it -> button(it, TITLE));
      FakeSlack.Call opened = workspace.slack.next();
      assertThat(opened.method()).isEqualTo("views.open");
      JsonObject view = opened.body().getAsJsonObject("view");
      assertThat(view.get("private_metadata").getAsString()).isEqualTo(TITLE);
      assertThat(view.toString())
          .contains("\"response_url_enabled\":true", "\"exclude_external_shared_channels\":true");
      assertThat(workspace.sentInTheEnd()).isEmpty();
    }
  }

  @Test
  void inAModalTheButtonAsksOverIt() throws Exception {
    try (SlackWorkspace workspace = SlackWorkspace.where(data, shareably())) {
      workspace.pressIn("modal", it -> button(it, TITLE));
      assertThat(workspace.slack.next().method()).isEqualTo("views.push");
    }
  }

  @Test
  void whatIsConfirmedIsPostedForAllToReadAndItsSharerIsTold() throws Exception {
    try (SlackWorkspace workspace = SlackWorkspace.where(data, shareably())) {
      JsonObject told = SlackWorkspace.modalIn(confirm(workspace, UNCHANGED));
      FakeSlack.Call posted = workspace.slack.next();
      assertThat(posted.method()).isEqualTo("response_url");
      assertThat(posted.field("response_type")).isEqualTo("in_channel");
      assertThat(posted.body().toString())
          .contains("Comment on one post a day")
          .doesNotContain("rapport:share");
      assertThat(told.toString()).contains("with your name");
      assertThat(workspace.asked).containsExactly(new Incoming.WantedToShare(CHIEF, TITLE));
    }
  }

  @Test
  void whatMayNotBeSharedIsToldToItsSharerAlone() throws Exception {
    try (SlackWorkspace workspace = SlackWorkspace.where(data, privately())) {
      assertThat(SlackWorkspace.modalIn(confirm(workspace, UNCHANGED)).toString())
          .contains("Samaritans");
      assertThat(workspace.sentInTheEnd()).isEmpty();
    }
  }

  @Test
  void whatSlackDoesNotTakeIsToldToItsSharer() throws Exception {
    try (SlackWorkspace workspace = SlackWorkspace.where(data, shareably())) {
      workspace.slack.answers("response_url", FakeSlack.status(404));
      assertThat(SlackWorkspace.modalIn(confirm(workspace, UNCHANGED)).toString())
          .contains("Nothing was shared");
    }
  }

  @Test
  void aConfirmationDeliveredTwiceIsPostedOnce() throws Exception {
    try (SlackWorkspace workspace = SlackWorkspace.where(data, shareably())) {
      confirm(workspace, UNCHANGED);
      confirm(workspace, UNCHANGED);
      assertThat(workspace.sentInTheEnd()).hasSize(1);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://evil.example/hook", "http://169.254.169.254/latest"})
  void nothingIsPostedAnywhereButAtSlack(String url) throws Exception {
    try (SlackWorkspace workspace = SlackWorkspace.where(data, shareably())) {
      HttpResponse<String> ack =
          confirm(
              workspace,
              it ->
                  it.getAsJsonArray("response_urls")
                      .get(0)
                      .getAsJsonObject()
                      .addProperty("response_url", url));
      assertThat(SlackWorkspace.modalIn(ack).toString()).contains("Nothing was shared");
      assertThat(workspace.sentInTheEnd()).isEmpty();
    }
  }

  @Test
  void withoutAPlaceTheFormStaysOpenAndSaysSo() throws Exception {
    try (SlackWorkspace workspace = SlackWorkspace.where(data, shareably())) {
      for (Consumer<JsonObject> change :
          List.<Consumer<JsonObject>>of(
              it -> it.add("response_urls", new JsonArray()),
              it -> it.add("response_urls", JsonNull.INSTANCE))) {
        JsonObject ack =
            JsonParser.parseString(confirm(workspace, change).body()).getAsJsonObject();
        assertThat(ack.get("response_action").getAsString()).isEqualTo("errors");
        assertThat(ack.getAsJsonObject("errors").keySet()).containsExactly("rapport:share:where");
      }
      assertThat(workspace.sentInTheEnd()).isEmpty();
    }
  }

  @Test
  void aButtonWithoutATitleIsIgnored() throws Exception {
    try (SlackWorkspace workspace = SlackWorkspace.where(data, shareably())) {
      workspace.press(it -> button(it, ""));
      workspace.press(it -> button(it, "x".repeat(301)));
      assertThat(workspace.sentInTheEnd()).isEmpty();
    }
  }

  private static HttpResponse<String> confirm(
      SlackWorkspace workspace, Consumer<JsonObject> change) {
    return workspace.submit(it -> {
      JsonObject view = it.getAsJsonObject("view");
      view.addProperty("callback_id", "rapport:share");
      view.addProperty("private_metadata", TITLE);
      JsonObject url = new JsonObject();
      url.addProperty("block_id", "rapport:share:where");
      url.addProperty("action_id", "rapport:share:where");
      url.addProperty("channel_id", "C0BOARD");
      url.addProperty("response_url", workspace.slack.shareUrl());
      JsonArray urls = new JsonArray();
      urls.add(url);
      it.add("response_urls", urls);
      change.accept(it);
    });
  }

  private static void button(JsonObject payload, String title) {
    JsonObject action = payload.getAsJsonArray("actions").get(0).getAsJsonObject();
    action.addProperty("action_id", "rapport:share:0");
    action.addProperty("value", title);
  }
}
