package org.rapport.bot.channel;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.rapport.bot.message.Message;

/**
 * The latest answers that went out with feedback buttons, so that one can be updated in place: no
 * channel sends a message of ours back as we said it. Forgotten ones only cost the update.
 */
public final class SentAnswers {
  private static final int MOST = 1_000;

  private final Map<String, Message> latest =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Message> eldest) {
          return size() > MOST;
        }
      };

  /**
   * Keeps a message if it has feedback buttons.
   *
   * @param key names the message and whose it is, so that nobody finds another's
   */
  public synchronized void remember(String key, Message message) {
    if (Rated.id(message).isPresent()) {
      latest.put(key, message);
    }
  }

  /** The message that went out under this key, unless it is forgotten. */
  public synchronized Optional<Message> find(String key) {
    return Optional.ofNullable(latest.get(key));
  }
}
