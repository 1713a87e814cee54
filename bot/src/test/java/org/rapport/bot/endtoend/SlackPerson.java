package org.rapport.bot.endtoend;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.rapport.bot.channel.slack.FakeSlack;
import org.rapport.bot.channel.slack.SlackLimits;

/** Somebody in a Slack workspace: what they do reaches Rapport as Slack would sign and send it. */
record SlackPerson(RunningRapport rapport, String team, String user) {
  static final String CHANNEL = "C0COMMS";
  private static final String FORM = "application/x-www-form-urlencoded";

  /** Asks by {@code /coach}; the answer comes back, whichever way it was given. */
  Shown command(String words) {
    return acknowledgement(words)
        .orElseGet(() -> {
          FakeSlack.Call late = rapport.slack.next();
          assertThat(late.method()).isEqualTo("response_url");
          return Shown.inSlack(late.body());
        });
  }

  /** Asks by {@code /coach}: the answer, if it is in the acknowledgement. */
  Optional<Shown> acknowledgement(String words) {
    rapport.log.mustNotTell(words);
    JsonObject fields = payload("slash_command");
    fields.addProperty("text", words);
    HttpResponse<String> ack = send(FORM, form(fields));
    assertThat(ack.statusCode()).isEqualTo(200);
    if (ack.body().isEmpty()) {
      return Optional.empty();
    }
    JsonObject answer = JsonParser.parseString(ack.body()).getAsJsonObject();
    SlackLimits.check(answer.get("text").getAsString(), answer.getAsJsonArray("blocks"));
    assertThat(answer.get("response_type").getAsString()).isEqualTo("ephemeral");
    return Optional.of(Shown.inSlack(answer));
  }

  /** Mentions the bot in the channel of all leaders. */
  JsonObject mention(String words) {
    return deliver(message("app_mention", "<@U0BOT> " + words));
  }

  /** Mentions the bot in a thread. */
  void mentionInThread(String thread, String words) {
    JsonObject payload = message("app_mention", "<@U0BOT> " + words);
    payload.getAsJsonObject("event").addProperty("thread_ts", thread);
    deliver(payload);
  }

  /** Writes to the bot. */
  JsonObject write(String words) {
    JsonObject payload = message("message_im", words);
    payload.getAsJsonObject("event").addProperty("channel", directMessages());
    return deliver(payload);
  }

  /** Sends a file to the bot. */
  JsonObject send(String name, int size, String address) {
    JsonObject payload = message("message_file_share", "Here is our policy about building works");
    JsonObject event = payload.getAsJsonObject("event");
    event.addProperty("channel", directMessages());
    describe(event.getAsJsonArray("files").get(0).getAsJsonObject(), name, size, address);
    return deliver(payload);
  }

  /** Mentions the bot in the channel of all leaders, with a file. */
  JsonObject mentionWithFile(String name, int size, String address) {
    JsonObject payload = message("app_mention", "<@U0BOT> here is our policy");
    JsonArray files =
        payload("message_file_share").getAsJsonObject("event").getAsJsonArray("files");
    describe(files.get(0).getAsJsonObject(), name, size, address);
    payload.getAsJsonObject("event").add("files", files);
    return deliver(payload);
  }

  private static void describe(JsonObject file, String name, int size, String address) {
    file.addProperty("name", name);
    file.addProperty("size", size);
    file.addProperty("url_private_download", address);
  }

  /** Sends an event; Slack does so again if it thinks that the first one was lost. */
  JsonObject deliver(JsonObject payload) {
    HttpResponse<String> ack = send("application/json", payload.toString());
    assertThat(ack.statusCode()).isEqualTo(200);
    return payload;
  }

  /** Presses a button under a message that everybody in the channel sees. */
  void press(Shown.Button button) {
    press(button, CHANNEL, false);
  }

  /** Presses a button under a message in their own chat with the bot. */
  void pressInOwnChat(Shown.Button button) {
    press(button, directMessages(), false);
  }

  /** Presses a button under the answer to a command, which nobody else sees. */
  void pressPrivately(Shown.Button button) {
    press(button, CHANNEL, true);
  }

  private void press(Shown.Button button, String channel, boolean ephemeral) {
    JsonObject payload = payload("block_actions");
    JsonObject container = payload.getAsJsonObject("container");
    container.addProperty("channel_id", channel);
    container.addProperty("is_ephemeral", ephemeral);
    payload.addProperty("trigger_id", "trigger." + rapport.happening());
    JsonObject action = payload.getAsJsonArray("actions").get(0).getAsJsonObject();
    action.addProperty("action_id", button.id());
    action.addProperty("value", button.value());
    HttpResponse<String> ack =
        send(FORM, "payload=" + URLEncoder.encode(payload.toString(), UTF_8));
    assertThat(ack.statusCode()).isEqualTo(200);
  }

  /** Sends a modal that was opened, with one choice or words by field; says what came back. */
  String submit(JsonObject modal, Map<String, String> entered) {
    JsonObject payload = payload("view_submission");
    payload.addProperty("trigger_id", "trigger." + rapport.happening());
    JsonObject values = new JsonObject();
    for (JsonElement block : modal.getAsJsonArray("blocks")) {
      if (block.getAsJsonObject().has("element")) {
        JsonObject element = block.getAsJsonObject().getAsJsonObject("element");
        String id = element.get("action_id").getAsString();
        JsonObject input = new JsonObject();
        input.add(id, value(element, entered.get(id.substring("entered:".length()))));
        values.add(block.getAsJsonObject().get("block_id").getAsString(), input);
      }
    }
    JsonObject view = payload.getAsJsonObject("view");
    view.add("private_metadata", modal.get("private_metadata"));
    view.getAsJsonObject("state").add("values", values);
    HttpResponse<String> ack =
        send(FORM, "payload=" + URLEncoder.encode(payload.toString(), UTF_8));
    assertThat(ack.statusCode()).isEqualTo(200);
    return ack.body();
  }

  /** Opens their Home tab. */
  JsonObject opensHome() {
    JsonObject payload = payload("app_home_opened");
    payload.addProperty("event_id", "Ev" + rapport.happening());
    payload.getAsJsonObject("event").addProperty("tab", "home");
    deliver(payload);
    FakeSlack.Call published = rapport.slack.next();
    assertThat(published.method()).isEqualTo("views.publish");
    assertThat(published.field("user_id")).isEqualTo(user);
    return published.body().getAsJsonObject("view");
  }

  /** Opens the assistant pane. */
  void opensPane() {
    JsonObject payload = payload("assistant_thread_started");
    payload.addProperty("event_id", "Ev" + rapport.happening());
    deliver(payload);
  }

  /** Uses "Ask the coach"; the box to ask in opens. */
  JsonObject asksFromAnywhere() {
    return opened(payload("shortcut"));
  }

  /** Uses "How might I reply?" on a message of somebody else. */
  JsonObject asksHowToReplyTo(String theirs) {
    rapport.log.mustNotTell(theirs);
    JsonObject payload = payload("message_action");
    payload.getAsJsonObject("message").addProperty("text", theirs);
    return opened(payload);
  }

  /** Presses a button in a modal or the Home tab; what is shown then. */
  JsonObject pressIn(String view, Shown.Button button) {
    JsonObject payload = pressed(button);
    payload.remove("response_url");
    JsonObject shown = new JsonObject();
    shown.addProperty("id", "V0SHOWN");
    shown.addProperty("type", view);
    payload.add("view", shown);
    return opened(payload);
  }

  /** Presses "Share this answer" under an answer that nobody else sees: asks where to. */
  JsonObject wantsToShare(Shown.Button button) {
    JsonObject payload = pressed(button);
    payload.getAsJsonObject("container").addProperty("is_ephemeral", true);
    return opened(payload);
  }

  /** Confirms that an answer is shared with a channel; what they are told. */
  String confirms(JsonObject modal) {
    JsonObject payload = payload("view_submission");
    payload.addProperty("trigger_id", "trigger." + rapport.happening());
    JsonObject view = payload.getAsJsonObject("view");
    view.add("callback_id", modal.get("callback_id"));
    view.add("private_metadata", modal.get("private_metadata"));
    JsonObject url = new JsonObject();
    url.addProperty("block_id", "rapport:share:where");
    url.addProperty("response_url", rapport.slack.shareUrl());
    JsonArray urls = new JsonArray();
    urls.add(url);
    payload.add("response_urls", urls);
    return interact(payload);
  }

  private JsonObject pressed(Shown.Button button) {
    JsonObject payload = payload("block_actions");
    JsonObject action = payload.getAsJsonArray("actions").get(0).getAsJsonObject();
    action.addProperty("action_id", button.id());
    action.addProperty("value", button.value());
    return payload;
  }

  private JsonObject opened(JsonObject payload) {
    payload.addProperty("trigger_id", "trigger." + rapport.happening());
    interact(payload);
    FakeSlack.Call shown = rapport.slack.next();
    assertThat(shown.method()).startsWith("views.");
    return shown.body().getAsJsonObject("view");
  }

  private String interact(JsonObject payload) {
    HttpResponse<String> ack =
        send(FORM, "payload=" + URLEncoder.encode(payload.toString(), UTF_8));
    assertThat(ack.statusCode()).isEqualTo(200);
    return ack.body();
  }

  private static JsonObject value(JsonObject element, @Nullable String entered) {
    JsonObject value = new JsonObject();
    value.add("type", element.get("type"));
    if (entered != null && element.has("options")) {
      JsonObject option = new JsonObject();
      option.addProperty("value", entered);
      value.add("selected_option", option);
    } else {
      value.addProperty("value", entered);
    }
    return value;
  }

  /** The next thing that the bot says in Slack, to whomever. */
  Shown reads() {
    return Shown.inSlack(rapport.slack.next().body());
  }

  String directMessages() {
    return "D0" + user.substring(2);
  }

  /** An event with a message of theirs that was not delivered yet. */
  JsonObject message(String name, String words) {
    rapport.log.mustNotTell(words.replace("<@U0BOT> ", ""));
    int number = rapport.happening();
    JsonObject payload = payload(name);
    payload.addProperty("event_id", "Ev" + number);
    JsonObject event = payload.getAsJsonObject("event");
    event.addProperty("text", words);
    event.addProperty("ts", "1760000000." + (100_000 + number));
    return payload;
  }

  /** An event that is about their workspace, and not delivered yet. */
  JsonObject event(String type) {
    JsonObject payload = message("message_im", "nothing");
    JsonObject event = new JsonObject();
    event.addProperty("type", type);
    payload.add("event", event);
    payload.addProperty("event_time", Instant.now().getEpochSecond());
    return payload;
  }

  /** A payload as Slack sends it, of this person. */
  private JsonObject payload(String name) {
    try (InputStream file = SlackPerson.class.getResourceAsStream("/slack/" + name + ".json")) {
      String json =
          new String(file.readAllBytes(), UTF_8)
              .replace("T0TRUST", team)
              .replace("U0CHIEF", user)
              .replaceAll("https://hooks.slack.com/[^\"]*", rapport.slack.responseUrl());
      return JsonParser.parseString(json).getAsJsonObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private HttpResponse<String> send(String type, String body) {
    String now = Long.toString(Instant.now().getEpochSecond());
    return rapport.post(
        "/slack/events",
        type,
        body,
        Map.of(
            "X-Slack-Request-Timestamp", now, "X-Slack-Signature", sign("v0:" + now + ":" + body)));
  }

  private static String form(JsonObject fields) {
    return fields.entrySet().stream()
        .map(it -> it.getKey() + "=" + URLEncoder.encode(it.getValue().getAsString(), UTF_8))
        .collect(Collectors.joining("&"));
  }

  private static String sign(String what) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(RunningRapport.SIGNING_SECRET.getBytes(UTF_8), "HmacSHA256"));
      return "v0=" + HexFormat.of().formatHex(mac.doFinal(what.getBytes(UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
