package org.rapport.bot.channel.teams;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.bot.connector.ConnectorClient;
import com.microsoft.bot.restclient.RestException;
import com.microsoft.bot.schema.ChannelAccount;
import com.microsoft.bot.schema.ConversationParameters;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import org.rapport.bot.channel.Address;
import org.rapport.bot.channel.SendResult;
import org.rapport.bot.people.AddressText;
import org.rapport.bot.store.StoreAway;

/**
 * Finds people's own chats with the bot, and opens those that there never were.
 *
 * <p>Whoever removed or blocked the bot is gone until they install it anew or write to it. In a
 * tenant where nobody is known to have it, a message is only refused: anybody's install there opens
 * the way to all.
 */
final class PersonalChats {
  private final TeamsReferences references;
  private final Function<String, ConnectorClient> connectors;
  private final TeamsErrors errors;

  /**
   * @param connectors by service address
   */
  PersonalChats(
      TeamsReferences references,
      Function<String, ConnectorClient> connectors,
      TeamsErrors errors) {
    this.references = references;
    this.connectors = connectors;
    this.errors = errors;
  }

  /** Where somebody can be written to. */
  sealed interface Reached {

    /** There. */
    record At(TeamsReference chat) implements Reached {}

    /** Nowhere; nothing was said to them. */
    record Not(SendResult why) implements Reached {}
  }

  /**
   * Somebody's own chat.
   *
   * @throws StoreAway while the database is away
   */
  Reached of(Address person) {
    return switch (references.personal(person)) {
      case Whereabouts.Open open -> new Reached.At(open.chat());
      case Whereabouts.Ended ended -> new Reached.Not(new SendResult.Gone(ended.reason()));
      case Whereabouts.Unknown _ -> open(AddressText.inOneCase(person));
    };
  }

  /** Somebody who installed the bot before chats were kept, or for whom an admin installed it. */
  private Reached open(Address person) {
    Optional<TeamsReference> near = references.near(person);
    if (near.isEmpty()) {
      return new Reached.Not(new SendResult.Refused(TeamsReferences.UNINSTALLED));
    }
    try {
      TeamsReference chat = near.get().personal(person, opened(near.get(), person));
      references.note(chat);
      return new Reached.At(chat);
    } catch (CompletionException | RestException failed) {
      SendResult why = UnaskedOutcome.unopened(TeamsFailure.of(failed));
      errors.note(why);
      return new Reached.Not(why);
    }
  }

  private String opened(TeamsReference near, Address person) {
    return connectors
        .apply(near.serviceUrl())
        .getConversations()
        .createConversation(parameters(near, person))
        .join()
        .getId();
  }

  private static ConversationParameters parameters(TeamsReference near, Address person) {
    ConversationParameters parameters = new ConversationParameters();
    parameters.setIsGroup(false);
    parameters.setBot(new ChannelAccount(near.bot()));
    parameters.setMembers(List.of(new ChannelAccount(person.user())));
    parameters.setTenantId(near.tenant());
    ObjectNode channelData = TeamsJson.MAPPER.createObjectNode();
    channelData.putObject("tenant").put("id", near.tenant());
    parameters.setChannelData(channelData);
    return parameters;
  }
}
