package org.rapport.bot.channel.teams;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.bot.connector.Channels;
import com.microsoft.bot.schema.Activity;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;

/** Reads the body of a request as an activity that is whole enough to work on. */
final class ActivityReader {

  private ActivityReader() {}

  /** What a body turned out to be. */
  sealed interface Reading {
    /** An activity with a type, a conversation and a service address. */
    record Whole(Activity activity) implements Reading {}

    /** Something else; the reason is a short code. */
    record Broken(String reason) implements Reading {}
  }

  static Reading read(byte[] body) {
    Activity activity;
    try {
      JsonNode json = TeamsJson.MAPPER.readTree(body);
      if (!json.isObject()) {
        return new Reading.Broken("not_an_object");
      }
      activity = TeamsJson.MAPPER.treeToValue(json, Activity.class);
    } catch (IOException | IllegalArgumentException malformed) {
      return new Reading.Broken("malformed_json");
    }
    String missing = missing(activity);
    return missing == null ? new Reading.Whole(activity) : new Reading.Broken(missing);
  }

  private static @Nullable String missing(Activity activity) {
    if (blank(activity.getType())) {
      return "no_type";
    }
    if (!usable(activity.getServiceUrl())) {
      return "no_service_url";
    }
    if (activity.getConversation() == null || blank(activity.getConversation().getId())) {
      return "no_conversation";
    }
    if (Channels.EMULATOR.equals(activity.getChannelId())
        && (activity.getRecipient() == null || activity.getRecipient().getRole() == null)) {
      return "no_recipient_role";
    }
    return null;
  }

  private static boolean usable(@Nullable String address) {
    try {
      return address != null && Loopback.safe(new URI(address));
    } catch (URISyntaxException notAnAddress) {
      return false;
    }
  }

  private static boolean blank(@Nullable String words) {
    return words == null || words.isBlank();
  }
}
