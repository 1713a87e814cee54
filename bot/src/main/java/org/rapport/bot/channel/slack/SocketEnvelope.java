package org.rapport.bot.channel.slack;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.net.URLEncoder;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * One message of Slack's over a socket (docs.slack.dev/apis/events-api/using-socket-mode). Anything
 * in it may be missing or of another shape.
 *
 * @param type {@code hello}, {@code disconnect}, {@code events_api}, {@code interactive} or {@code
 *     slash_commands}
 * @param id to acknowledge it by; empty if it wants no acknowledgement
 * @param takesAnswer whether an answer may go with the acknowledgement
 */
record SocketEnvelope(String type, String id, boolean takesAnswer, JsonObject payload) {
  private static final String PAYLOAD = "payload";

  /** Reads one; empty if it is none. */
  static Optional<SocketEnvelope> read(String text) {
    try {
      return JsonParser.parseString(text) instanceof JsonObject json
          ? Optional.of(
              new SocketEnvelope(
                  string(json, "type"),
                  string(json, "envelope_id"),
                  "true".equals(string(json, "accepts_response_payload")),
                  json.get(PAYLOAD) instanceof JsonObject payload ? payload : new JsonObject()))
          : Optional.empty();
    } catch (JsonParseException malformed) {
      return Optional.empty();
    }
  }

  /** The body with which the same would come by HTTP; empty if it is nothing that Slack sends. */
  Optional<String> body() {
    return switch (type) {
      case "events_api" -> Optional.of(payload.toString()).filter(PayloadShape::isEvent);
      case "interactive" ->
          Optional.of("payload=" + encoded(payload.toString()))
              .filter(PayloadShape::isCommandOrAction);
      case "slash_commands" -> Optional.of(form()).filter(PayloadShape::isCommandOrAction);
      default -> Optional.empty();
    };
  }

  /** Its acknowledgement. */
  String acknowledged(Optional<String> answer) {
    JsonObject ack = new JsonObject();
    ack.addProperty("envelope_id", id);
    answer
        .filter(body -> takesAnswer && !body.isBlank())
        .ifPresent(body -> ack.add(PAYLOAD, JsonParser.parseString(body)));
    return ack.toString();
  }

  private String form() {
    return payload.entrySet().stream()
        .filter(field -> field.getValue().isJsonPrimitive())
        .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue().getAsString()))
        .collect(Collectors.joining("&"));
  }

  private static String encoded(String words) {
    return URLEncoder.encode(words, UTF_8);
  }

  private static String string(JsonObject json, String name) {
    JsonElement value = json.get(name);
    return value != null && value.isJsonPrimitive() ? value.getAsString() : "";
  }
}
