package org.rapport.bot.channel.teams;

import com.microsoft.bot.connector.ConnectorClient;
import com.microsoft.bot.restclient.RestException;
import com.microsoft.bot.schema.ChannelAccount;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.rapport.bot.channel.Address;
import org.rapport.bot.conversation.Names;
import org.rapport.bot.store.StoreAway;

/** Asks Teams what the person of a chat with the bot is called. */
final class TeamsNames implements Names {
  /** Somebody may wait for it, and can do without. */
  private static final int SECONDS = 2;

  private final TeamsReferences references;
  private final Function<String, ConnectorClient> connectors;

  /**
   * @param connectors by service address
   */
  TeamsNames(TeamsReferences references, Function<String, ConnectorClient> connectors) {
    this.references = references;
    this.connectors = connectors;
  }

  @Override
  public Optional<String> of(Address who) {
    try {
      return references.personal(who) instanceof Whereabouts.Open open
          ? name(open.chat())
          : Optional.empty();
    } catch (StoreAway | CompletionException | RestException untold) {
      return Optional.empty();
    }
  }

  private Optional<String> name(TeamsReference chat) {
    return Optional.ofNullable(
            connectors
                .apply(chat.serviceUrl())
                .getConversations()
                .getConversationMember(chat.member(), chat.conversation())
                .orTimeout(SECONDS, TimeUnit.SECONDS)
                .join())
        .map(ChannelAccount::getName);
  }
}
