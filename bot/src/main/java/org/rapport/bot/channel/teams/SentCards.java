package org.rapport.bot.channel.teams;

import com.microsoft.bot.schema.Activity;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.rapport.bot.message.Message;

/**
 * The latest messages that went out with buttons, so that a card can be updated in place: Teams
 * does not send a card back with the press of its button. Forgotten ones only cost the update.
 */
final class SentCards {
  private static final int MOST = 1_000;

  private final Map<String, Message> latest =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Message> eldest) {
          return size() > MOST;
        }
      };

  synchronized void remember(Activity where, String messageId, Message message) {
    latest.put(key(where, messageId), message);
  }

  synchronized Optional<Message> find(Activity where, String messageId) {
    return Optional.ofNullable(latest.get(key(where, messageId)));
  }

  /** Teams names a thread or its channel in a conversation id; the message is the same. */
  private static String key(Activity where, String messageId) {
    return where.getConversation().getId().split(";messageid=", 2)[0] + '\n' + messageId;
  }
}
