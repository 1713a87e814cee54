package org.rapport.bot.channel.teams;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.bot.schema.Activity;
import com.microsoft.bot.schema.ChannelAccount;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rapport.bot.channel.Address;

/** Who and where an activity is from. */
final class TeamsPeople {
  private static final String NO_TENANT = "local";

  private TeamsPeople() {}

  /** Every tenant that an activity names; a shared channel can name two. */
  static Set<String> tenants(Activity activity) {
    Set<String> tenants = new LinkedHashSet<>();
    JsonNode channelData = TeamsJson.MAPPER.valueToTree(activity.getChannelData());
    if (channelData != null) {
      add(tenants, channelData.path("tenant").path("id").asText(""));
    }
    if (activity.getConversation() != null) {
      add(tenants, activity.getConversation().getTenantId());
    }
    return tenants;
  }

  /** The person who acted; empty if the activity names nobody. */
  static Optional<Address> sender(Activity activity) {
    ChannelAccount from = activity.getFrom();
    if (from == null || blank(from.getId())) {
      return Optional.empty();
    }
    String tenant = tenants(activity).stream().findFirst().orElse(NO_TENANT);
    String user = blank(from.getAadObjectId()) ? from.getId() : from.getAadObjectId();
    return Optional.of(new Address(Address.Kind.TEAMS, tenant, user));
  }

  /** Whether others can read the conversation. */
  static boolean inPublic(Activity activity) {
    String type = activity.getConversation().getConversationType();
    return blank(type) ? activity.getConversation().isGroup() : !"personal".equals(type);
  }

  /** The id of the chat or channel; Teams names a thread of a channel along with it. */
  static String chat(Activity activity) {
    return chat(activity.getConversation().getId());
  }

  /** The id of the chat or channel that a conversation is in; as {@link #chat(Activity)}. */
  static String chat(String conversation) {
    return conversation.split(";messageid=", 2)[0];
  }

  /** Where a card that answers the activity is shown. */
  static Surface surface(Activity activity) {
    return inPublic(activity) ? Surface.SHARED : Surface.PERSONAL;
  }

  private static void add(Set<String> tenants, @Nullable String tenant) {
    if (!blank(tenant)) {
      tenants.add(tenant);
    }
  }

  private static boolean blank(@Nullable String words) {
    return words == null || words.isBlank();
  }
}
