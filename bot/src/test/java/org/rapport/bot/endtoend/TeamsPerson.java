package org.rapport.bot.endtoend;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.util.Map;
import org.rapport.bot.channel.teams.CardSchema;
import org.rapport.bot.channel.teams.FakeConnector;
import org.rapport.bot.channel.teams.FakeLogin;

/** Somebody in a Teams tenant: what they do reaches Rapport as the Bot Framework would send it. */
record TeamsPerson(RunningRapport rapport, String tenant, String name) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** The id in Teams. */
  String id() {
    return "29:id-of-" + name;
  }

  /** The id in the organisation's directory. */
  String directoryId() {
    return "directory-id-of-" + name;
  }

  /** Writes in their own chat with the bot. */
  ObjectNode write(String words) {
    return deliver(message("personal-message", words));
  }

  /** Mentions the bot in a channel. */
  ObjectNode mention(String words) {
    return deliver(message("channel-mention", "<at>Rapport (beta)</at> " + words));
  }

  /** Sends a file in their own chat with the bot. */
  ObjectNode give(String name, String address) {
    ObjectNode activity = activity("personal-file");
    activity.put("id", "message-" + rapport.happening());
    return deliver(describe(activity, name, address));
  }

  /** Mentions the bot in a channel, with a file. */
  ObjectNode mentionWithFile(String name, String address) {
    ObjectNode activity = message("channel-mention", "<at>Rapport (beta)</at> here is our policy");
    activity.set("attachments", activity("personal-file").path("attachments"));
    return deliver(describe(activity, name, address));
  }

  private static ObjectNode describe(ObjectNode activity, String name, String address) {
    ObjectNode file = (ObjectNode) activity.path("attachments").path(0);
    file.put("name", name);
    ((ObjectNode) file.path("content")).put("downloadUrl", address);
    return activity;
  }

  /** Sends an activity; Teams does so again if it thinks that the first one was lost. */
  ObjectNode deliver(ObjectNode activity) {
    assertThat(send(activity).statusCode()).isEqualTo(202);
    return activity;
  }

  /** Installs the bot. */
  void install() {
    deliver(activity("installation-add"));
  }

  /** Removes the bot. */
  void uninstall() {
    deliver(activity("installation-add").put("action", "remove").put("id", "f:remove"));
  }

  /** Presses a button of a message in their own chat with the bot: what is shown there then. */
  JsonNode press(Shown.Button button, String messageId) {
    return pressed(
        invoke("adaptiveCard/action").put("replyToId", messageId), button.id(), data(button));
  }

  /** Presses a button of a message in the channel: what is shown to them there then. */
  JsonNode pressInChannel(Shown.Button button) {
    return pressed(inChannel(invoke("adaptiveCard/action")), button.id(), data(button));
  }

  /** Sends a form that is a card in their own chat with the bot: what is shown there then. */
  JsonNode fill(JsonNode card, Map<String, String> inputs) {
    return pressed(
        invoke("adaptiveCard/action").put("replyToId", "form"), "send", data(card, inputs));
  }

  /** Opens the dialog of a button in the channel: its card. */
  JsonNode opens(Shown.Button button) {
    ObjectNode activity = inChannel(invoke("task/fetch"));
    activity.putObject("value").set("data", data(button));
    return dialog(activity);
  }

  /** Sends the form of a dialog in the channel: what the dialog shows then. */
  JsonNode fillDialog(JsonNode card, Map<String, String> inputs) {
    ObjectNode activity = inChannel(invoke("task/submit"));
    activity.putObject("value").set("data", data(card, inputs));
    return dialog(activity);
  }

  private ObjectNode invoke(String name) {
    return activity("button").put("name", name).put("id", "f:press-" + rapport.happening());
  }

  private static ObjectNode inChannel(ObjectNode activity) {
    ((ObjectNode) activity.path("conversation"))
        .put("id", "19:leaders@thread.tacv2;messageid=1727000000009")
        .put("conversationType", "channel")
        .put("isGroup", true);
    return activity;
  }

  private static ObjectNode data(Shown.Button button) {
    return JSON.createObjectNode().put("kind", button.id()).put("value", button.value());
  }

  /** What a client sends for the one button of a form. */
  private static ObjectNode data(JsonNode card, Map<String, String> inputs) {
    ObjectNode data = card.findValue("actions").path(0).path("data").deepCopy();
    inputs.forEach((field, value) -> data.put("one." + field, value));
    return data;
  }

  private JsonNode pressed(ObjectNode activity, String verb, ObjectNode data) {
    ObjectNode action = (ObjectNode) activity.at("/value/action");
    action.put("verb", verb).set("data", data);
    JsonNode answer = answered(activity);
    if (answer.path("value").isObject()) {
      CardSchema.assertValid(answer.path("value"));
    }
    return answer;
  }

  private JsonNode dialog(ObjectNode activity) {
    JsonNode card = answered(activity).at("/task/value/card/content");
    CardSchema.assertValid(card);
    return card;
  }

  private JsonNode answered(ObjectNode activity) {
    HttpResponse<String> response = send(activity);
    assertThat(response.statusCode()).isEqualTo(200);
    return read(response.body());
  }

  /** The next card that the bot sends, to whomever. */
  Shown reads() {
    return Shown.inTeams(next().card());
  }

  /** The next thing that the bot sends, but for the sign that it is typing. */
  FakeConnector.Sent next() {
    try {
      FakeConnector.Sent sent = rapport.teams.next();
      while (sent.body().path("type").asText().equals("typing")) {
        sent = rapport.teams.next();
      }
      return sent;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private ObjectNode message(String kind, String words) {
    rapport.log.mustNotTell(words.replace("<at>Rapport (beta)</at> ", ""));
    return activity(kind).put("id", "message-" + rapport.happening()).put("text", words);
  }

  /** An activity as Teams sends it, of this person. */
  private ObjectNode activity(String kind) {
    try (InputStream file = TeamsPerson.class.getResourceAsStream("/teams/" + kind + ".json")) {
      String json =
          new String(file.readAllBytes(), UTF_8)
              .replace("SERVICE_URL", rapport.teams.url())
              .replace("29:ceo", id())
              .replace("aad-ceo", directoryId())
              .replace("a:chat-ceo", "a:chat-" + name)
              .replace("tenant-one", tenant);
      return (ObjectNode) read(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private HttpResponse<String> send(JsonNode activity) {
    String token = rapport.login.sign(FakeLogin.token(RunningRapport.APP_ID, rapport.teams.url()));
    rapport.log.mustNotHold(token);
    return rapport.post(
        "/api/messages",
        "application/json",
        activity.toString(),
        Map.of("Authorization", "Bearer " + token));
  }

  private static JsonNode read(String json) {
    try {
      return JSON.readTree(json);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
