package org.rapport.bot.channel.slack;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.slack.api.app_backend.interactive_components.payload.BlockActionPayload;
import com.slack.api.app_backend.slash_commands.payload.SlashCommandPayload;
import com.slack.api.bolt.request.Request;
import com.slack.api.bolt.request.RequestHeaders;
import com.slack.api.bolt.request.builtin.BlockActionRequest;
import com.slack.api.bolt.request.builtin.EventRequest;
import com.slack.api.bolt.request.builtin.SlashCommandRequest;
import com.slack.api.model.event.AppMentionEvent;
import com.slack.api.model.event.MessageEvent;
import com.slack.api.util.json.GsonFactory;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rapport.bot.channel.Address;
import org.rapport.bot.inbox.Arrival;
import org.rapport.bot.message.Action;
import org.rapport.bot.message.ActionCodec;

/**
 * What is kept of a request that is answered after its acknowledgement: only what the answer needs,
 * with its words masked.
 *
 * @param request as Slack might have sent it
 * @param isWhole false if the words could not be kept, so that they must be asked for again
 */
record KeptRequest(Request<?> request, boolean isWhole) {
  private static final Gson GSON = GsonFactory.createSnakeCase();
  private static final String TEXT = "text";

  private static final List<String> ENVELOPE =
      List.of(
          "type",
          "event_id",
          "team_id",
          "enterprise_id",
          "context_team_id",
          "context_enterprise_id",
          "authorizations",
          "is_ext_shared_channel");
  private static final List<String> MESSAGE =
      List.of(
          "type",
          "subtype",
          "user",
          "team",
          "user_team",
          "source_team",
          "channel",
          "channel_type",
          "ts",
          "thread_ts",
          "files",
          TEXT);
  private static final List<String> COMMAND =
      List.of(
          "command",
          "team_id",
          "enterprise_id",
          "channel_id",
          "user_id",
          "trigger_id",
          "response_url",
          TEXT);

  private enum Kind {
    EVENT,
    PRESS,
    COMMAND
  }

  /**
   * What arrived, if it is something that is answered after its acknowledgement.
   *
   * @param team where Rapport is installed and got it
   */
  static Optional<Arrival> of(Request<?> request, String team) {
    return switch (request) {
      case EventRequest event -> written(object(event.getRequestBodyAsString()), team);
      case BlockActionRequest press ->
          SlackButtons.action(press.getPayload().getActions().getFirst())
              .flatMap(action -> pressed(action, press.getPayload()));
      default -> Optional.empty();
    };
  }

  /** What arrived by a command, in case it is answered too late for its acknowledgement. */
  static Arrival of(SlashCommandRequest command) {
    JsonObject kept = only(GSON.toJsonTree(command.getPayload()).getAsJsonObject(), COMMAND);
    return arrival(Kind.COMMAND, kept, mask(kept), triggered(string(kept, "trigger_id")));
  }

  /**
   * Reads what was kept.
   *
   * @throws RuntimeException if this is something else
   */
  static KeptRequest read(String kept) {
    JsonObject json = object(kept);
    JsonObject body = json.getAsJsonObject("body");
    RequestHeaders none = new RequestHeaders(Map.of());
    Request<?> request =
        switch (Kind.valueOf(string(json, "kind"))) {
          case EVENT -> new EventRequest(body.toString(), none);
          case PRESS -> new BlockActionRequest("", body.toString(), none);
          case COMMAND ->
              new SlashCommandRequest("", GSON.fromJson(body, SlashCommandPayload.class), none);
        };
    return new KeptRequest(request, json.get("whole").getAsBoolean());
  }

  private static Optional<Arrival> written(JsonObject payload, String team) {
    if (!(payload.get("event") instanceof JsonObject event) || !isForUs(event)) {
      return Optional.empty();
    }
    JsonObject message = only(event, MESSAGE);
    boolean whole = mask(message);
    JsonObject kept = only(payload, ENVELOPE);
    kept.add("event", message);
    String place = team + ":" + string(event, "channel");
    List<String> names =
        List.of(
            "slack:event:" + string(payload, "event_id"),
            "slack:message:" + place + ":" + string(event, "ts"));
    return Optional.of(arrival(Kind.EVENT, kept, whole, names));
  }

  /** Whether it is something that a person wrote to the bot. */
  private static boolean isForUs(JsonObject event) {
    boolean isNew = event.has("ts") && event.has("channel") && !event.has("edited");
    return isNew
        && switch (string(event, "type")) {
          case AppMentionEvent.TYPE_NAME -> true;
          case MessageEvent.TYPE_NAME -> string(event, "channel_type").equals("im");
          default -> false;
        };
  }

  private static Optional<Arrival> pressed(Action action, BlockActionPayload press) {
    return switch (action) {
      case Action.Ask ask -> Optional.of(asked(press, ask.question()));
      case Action.Rate _, Action.Press _ ->
          Optional.of(pressed(press, press.getActions().getFirst().getValue(), true));
      // What they open must be open within seconds, or not at all.
      case Action.Open _, Action.ReadAll _ -> Optional.empty();
    };
  }

  /** The question of a button may be forged, and be anybody's words. */
  private static Arrival asked(BlockActionPayload press, String question) {
    Optional<String> masked = MaskedWords.of(question);
    // A mask may be longer than what it hides, and a button carries so much and no more.
    String value = ActionCodec.value(new Action.Ask(masked.orElse("")));
    return pressed(press, value, masked.isPresent());
  }

  private static Arrival pressed(BlockActionPayload press, @Nullable String value, boolean whole) {
    JsonObject kept = GSON.toJsonTree(KeptPress.of(press, value)).getAsJsonObject();
    return arrival(Kind.PRESS, kept, whole, triggered(press.getTriggerId()));
  }

  /** Masks the words of a message; false if they may not be kept at all, so that none are. */
  private static boolean mask(JsonObject message) {
    Optional<String> masked = MaskedWords.of(string(message, TEXT));
    message.addProperty(TEXT, masked.orElse(""));
    return masked.isPresent();
  }

  private static Arrival arrival(Kind kind, JsonObject body, boolean whole, List<String> names) {
    JsonObject kept = new JsonObject();
    kept.addProperty("kind", kind.name());
    kept.addProperty("whole", whole);
    kept.add("body", body);
    return new Arrival(Address.Kind.SLACK, names, kept.toString());
  }

  private static List<String> triggered(@Nullable String trigger) {
    boolean named = trigger != null && !trigger.isEmpty();
    return List.of("slack:trigger:" + (named ? trigger : UUID.randomUUID()));
  }

  private static JsonObject only(JsonObject from, List<String> names) {
    JsonObject kept = new JsonObject();
    names.stream().filter(from::has).forEach(name -> kept.add(name, from.get(name)));
    return kept;
  }

  private static JsonObject object(String json) {
    return JsonParser.parseString(json).getAsJsonObject();
  }

  private static String string(JsonObject object, String name) {
    JsonElement value = object.get(name);
    return value != null && value.isJsonPrimitive() ? value.getAsString() : "";
  }
}
