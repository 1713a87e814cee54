package org.rapport.bot.channel.slack;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.slack.api.bolt.request.Request;
import com.slack.api.bolt.request.builtin.BlockActionRequest;
import com.slack.api.bolt.request.builtin.EventRequest;
import com.slack.api.bolt.request.builtin.GlobalShortcutRequest;
import com.slack.api.bolt.request.builtin.MessageShortcutRequest;
import com.slack.api.bolt.request.builtin.SlashCommandRequest;
import com.slack.api.bolt.request.builtin.ViewSubmissionRequest;
import com.slack.api.model.event.MessageFileShareEvent;
import java.net.URI;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where a request of Slack comes from.
 *
 * @param team where Rapport is installed and got it
 * @param user who did it; empty if nobody did, or a bot
 * @param home the person's own workspace or Grid, as far as the request says
 * @param shared whether people of other organisations may be where it was done
 * @param tell where the person alone can be told something; empty if they asked nothing
 */
record SlackOrigin(
    SlackTeam team,
    Optional<String> user,
    Optional<String> home,
    boolean shared,
    Optional<Destination> tell) {

  /** Empty for what comes from no workspace, such as Slack's check of the address. */
  static Optional<SlackOrigin> of(Request<?> request) {
    return switch (request) {
      case EventRequest event -> ofEvent(parsed(event));
      case SlashCommandRequest command ->
          of(
              command,
              command.getPayload().getUserId(),
              null, // Only members of a workspace can use its commands.
              command.getResponseUrl());
      case BlockActionRequest action ->
          of(
              action,
              action.getPayload().getUser().getId(),
              action.getPayload().getUser().getTeamId(),
              action.getResponseUrl());
      case ViewSubmissionRequest view ->
          of(
              view,
              view.getPayload().getUser().getId(),
              view.getPayload().getUser().getTeamId(),
              null);
      case GlobalShortcutRequest shortcut ->
          of(
              shortcut,
              shortcut.getPayload().getUser().getId(),
              shortcut.getPayload().getUser().getTeamId(),
              null);
      case MessageShortcutRequest shortcut ->
          of(
              shortcut,
              shortcut.getPayload().getUser().getId(),
              shortcut.getPayload().getUser().getTeamId(),
              shortcut.getPayload().getResponseUrl());
      default -> Optional.empty();
    };
  }

  /** The same request, said to come from the person's own workspace. */
  static Request<?> movedTo(String workspace, Request<?> request) {
    switch (request) {
      case EventRequest event -> {
        JsonObject payload = parsed(event);
        payload.addProperty("team_id", workspace);
        return new EventRequest(payload.toString(), event.getHeaders());
      }
      case SlashCommandRequest command -> command.getPayload().setTeamId(workspace);
      case BlockActionRequest action -> action.getPayload().getTeam().setId(workspace);
      case ViewSubmissionRequest view -> view.getPayload().getTeam().setId(workspace);
      case GlobalShortcutRequest shortcut -> shortcut.getPayload().getTeam().setId(workspace);
      case MessageShortcutRequest shortcut -> shortcut.getPayload().getTeam().setId(workspace);
      default -> {}
    }
    return request;
  }

  /** Whether the request itself says that the person is of somewhere else. */
  boolean isForeign() {
    return home.filter(own -> !team.isCalled(own)).isPresent();
  }

  private static Optional<SlackOrigin> of(
      Request<?> request,
      @Nullable String user,
      @Nullable String home,
      @Nullable String responseUrl) {
    return SlackTeam.of(request.getContext())
        .map(team ->
            new SlackOrigin(
                team,
                Optional.ofNullable(user),
                Optional.ofNullable(home),
                false,
                tell(team, user, responseUrl)));
  }

  /** What was done in no conversation is answered in their own chat with the bot. */
  private static Optional<Destination> tell(
      SlackTeam team, @Nullable String user, @Nullable String responseUrl) {
    return Optional.ofNullable(responseUrl)
        .<Destination>map(url -> new Destination.ResponseUrl(URI.create(url)))
        .or(() ->
            Optional.ofNullable(user)
                .map(who -> new Destination.Channel(team.id(), who, Optional.empty())));
  }

  /**
   * In a channel that several organisations share, {@code authorizations} names the install and
   * {@code team_id} may name where the channel was made; {@code user_team} names the person's own.
   */
  private static Optional<SlackOrigin> ofEvent(JsonObject payload) {
    JsonObject event = object(payload, "event");
    JsonObject install =
        payload.get("authorizations") instanceof JsonArray all
                && !all.isEmpty()
                && all.get(0) instanceof JsonObject first
            ? first
            : payload;
    boolean isBots = !string(event, "bot_id").isEmpty();
    Optional<String> user =
        first(string(event, "user"), string(object(event, "assistant_thread"), "user_id"));
    return SlackTeam.of(
            first(string(install, "team_id"), string(payload, "context_team_id")).orElse(null),
            first(string(install, "enterprise_id"), string(payload, "context_enterprise_id"))
                .orElse(null))
        .map(team ->
            new SlackOrigin(
                team,
                isBots ? Optional.empty() : user,
                first(
                    string(event, "user_team"),
                    string(event, "source_team"),
                    string(event, "team")),
                "true".equals(string(payload, "is_ext_shared_channel")),
                user.flatMap(asker -> tell(event, team.id(), asker))));
  }

  private static Optional<Destination> tell(JsonObject event, String workspace, String asker) {
    String channel = string(event, "channel");
    Optional<String> thread = first(string(event, "thread_ts"));
    if (string(event, "type").equals("app_mention")) {
      return Optional.of(new Destination.OnlyFor(workspace, asker, channel, thread));
    }
    String subtype = string(event, "subtype");
    return string(event, "channel_type").equals("im")
            && (subtype.isEmpty() || subtype.equals(MessageFileShareEvent.SUBTYPE_NAME))
        ? Optional.of(new Destination.Channel(workspace, channel, thread))
        : Optional.empty();
  }

  private static JsonObject parsed(EventRequest event) {
    return JsonParser.parseString(event.getRequestBodyAsString()).getAsJsonObject();
  }

  private static JsonObject object(JsonObject in, String name) {
    return in.get(name) instanceof JsonObject object ? object : new JsonObject();
  }

  private static String string(JsonObject object, String name) {
    JsonElement value = object.get(name);
    return value != null && value.isJsonPrimitive() ? value.getAsString() : "";
  }

  private static Optional<String> first(String... values) {
    return Stream.of(values).filter(value -> !value.isEmpty()).findFirst();
  }
}
