package org.rapport.bot.channel.slack;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.util.json.GsonFactory;
import java.util.List;

/**
 * A message as Slack takes it.
 *
 * @param text the fallback for notifications and screen readers
 * @param blocks what is shown, at least one
 */
public record SlackMessage(String text, List<LayoutBlock> blocks) {
  public SlackMessage {
    blocks = List.copyOf(blocks);
  }

  /** The message as JSON, in the form of {@code chat.postMessage}. */
  public String json() {
    return GsonFactory.createSnakeCase().toJson(this);
  }
}
