package org.rapport.bot.channel.slack;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.IOException;
import java.io.StringReader;
import java.net.URLDecoder;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Tells whether a body has the shape of something that Slack sends to Rapport. Strict, because Bolt
 * is lenient and logs in full what it cannot read.
 */
final class PayloadShape {

  private PayloadShape() {}

  /** Whether this JSON is an event or the check of the address. */
  static boolean isEvent(String json) {
    return object(json)
        .map(payload ->
            switch (string(payload, "type")) {
              case "event_callback" -> isEventCallback(payload);
              case "url_verification" -> !string(payload, "challenge").isEmpty();
              default -> false;
            })
        .orElse(false);
  }

  /** Whether this form is a slash command, a press of a button, a modal or a shortcut. */
  static boolean isCommandOrAction(String form) {
    Map<String, String> fields = fields(form);
    if (fields.containsKey("payload")) {
      return object(fields.getOrDefault("payload", "")).filter(PayloadShape::isAction).isPresent();
    }
    return has(fields, "command") && has(fields, "team_id") && has(fields, "user_id");
  }

  /** Whether this form is only Slack's check of the certificate, which carries nothing to do. */
  static boolean isSslCheck(String form) {
    Map<String, String> fields = fields(form);
    return "1".equals(fields.get("ssl_check"))
        && !fields.containsKey("command")
        && !fields.containsKey("payload");
  }

  private static boolean isEventCallback(JsonObject payload) {
    return !string(payload, "team_id").isEmpty()
        && !string(payload, "event_id").isEmpty()
        && payload.get("event") instanceof JsonObject event
        && !string(event, "type").isEmpty();
  }

  private static boolean isAction(JsonObject payload) {
    return payload.get("team") instanceof JsonObject team
        && !string(team, "id").isEmpty()
        && payload.get("user") instanceof JsonObject user
        && !string(user, "id").isEmpty()
        && !string(payload, "trigger_id").isEmpty()
        && switch (string(payload, "type")) {
          case "block_actions" ->
              payload.get("actions") instanceof JsonArray pressed && !pressed.isEmpty();
          case "view_submission" ->
              payload.get("view") instanceof JsonObject view
                  && !string(view, "callback_id").isEmpty();
          case "shortcut" -> !string(payload, "callback_id").isEmpty();
          case "message_action" ->
              !string(payload, "callback_id").isEmpty()
                  && payload.get("message") instanceof JsonObject;
          default -> false;
        };
  }

  private static boolean has(Map<String, String> fields, String name) {
    return !fields.getOrDefault(name, "").isBlank();
  }

  private static String string(JsonObject object, String name) {
    JsonElement value = object.get(name);
    return value != null && value.isJsonPrimitive() ? value.getAsString() : "";
  }

  private static Optional<JsonObject> object(String json) {
    try (JsonReader reader = new JsonReader(new StringReader(json))) {
      reader.setStrictness(Strictness.STRICT);
      JsonElement element = JsonParser.parseReader(reader);
      return element instanceof JsonObject object && reader.peek() == JsonToken.END_DOCUMENT
          ? Optional.of(object)
          : Optional.empty();
    } catch (IOException | JsonParseException malformed) {
      return Optional.empty();
    }
  }

  /** The fields of a form; none if it is malformed. */
  private static Map<String, String> fields(String form) {
    Map<String, String> fields = new HashMap<>();
    try {
      for (String pair : form.split("&")) {
        int equals = pair.indexOf('=');
        if (equals > 0) {
          fields.put(decode(pair.substring(0, equals)), decode(pair.substring(equals + 1)));
        }
      }
      return fields;
    } catch (IllegalArgumentException malformed) {
      return Map.of();
    }
  }

  private static String decode(String words) {
    return URLDecoder.decode(words, UTF_8);
  }
}
