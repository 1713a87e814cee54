package org.rapport.bot.channel.teams;

import com.microsoft.bot.schema.Activity;
import com.microsoft.bot.schema.ChannelAccount;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.rapport.bot.channel.Address;
import org.rapport.bot.people.AddressText;

/**
 * A conversation in Teams, with what it takes to write there unasked.
 *
 * @param conversation its id; a channel's without its thread
 * @param user whose personal chat it is, by the directory's id; empty otherwise
 * @param member the same person as chats of Teams name them; empty otherwise
 * @param bot the bot as chats of Teams name it
 * @param serviceUrl where to write; only ever as a signed token named it
 */
record TeamsReference(
    String tenant,
    String conversation,
    Scope scope,
    String user,
    String member,
    String bot,
    String serviceUrl) {
  private static final int LONGEST_TENANT = 100;
  private static final int LONGEST_NAME = 200;
  private static final int LONGEST_PLACE = 400;

  /** Who is in a conversation. */
  enum Scope {
    /** One person and the bot. */
    PERSONAL,
    GROUP,
    CHANNEL;

    /** The name in the database. */
    String id() {
      return name().toLowerCase(Locale.ROOT);
    }

    static Scope of(String id) {
      return valueOf(id.toUpperCase(Locale.ROOT));
    }

    private static Scope of(Activity activity) {
      if (!TeamsPeople.inPublic(activity)) {
        return PERSONAL;
      }
      return "channel".equals(activity.getConversation().getConversationType()) ? CHANNEL : GROUP;
    }
  }

  /**
   * Where an activity is from; empty if it does not say, or says more than can be kept.
   *
   * @param activity one whose service address the guard found in its signed token
   */
  static Optional<TeamsReference> of(Activity activity) {
    ChannelAccount bot = activity.getRecipient();
    if (bot == null || bot.getId() == null) {
      return Optional.empty();
    }
    Scope scope = Scope.of(activity);
    return TeamsPeople.sender(activity)
        .map(AddressText::inOneCase)
        .map(from ->
            new TeamsReference(
                from.workspace(),
                TeamsPeople.chat(activity),
                scope,
                scope == Scope.PERSONAL ? from.user() : "",
                scope == Scope.PERSONAL ? activity.getFrom().getId() : "",
                bot.getId(),
                activity.getServiceUrl()))
        .filter(TeamsReference::canBeKept);
  }

  /** The personal chat of somebody in the same tenant. */
  TeamsReference personal(Address with, String chat) {
    return new TeamsReference(
        tenant, chat, Scope.PERSONAL, with.user(), with.user(), bot, serviceUrl);
  }

  /** Whose chat it is, if it is one person's. */
  Optional<Address> person() {
    return scope == Scope.PERSONAL
        ? Optional.of(new Address(Address.Kind.TEAMS, tenant, user))
        : Optional.empty();
  }

  private boolean canBeKept() {
    return tenant.length() <= LONGEST_TENANT
        && Stream.of(user, member, bot).allMatch(name -> name.length() <= LONGEST_NAME)
        && Stream.of(conversation, serviceUrl).allMatch(place -> place.length() <= LONGEST_PLACE);
  }
}
