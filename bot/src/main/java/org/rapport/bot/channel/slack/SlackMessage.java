package org.rapport.bot.channel.slack;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.util.json.GsonFactory;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

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

  /** The same with one block more at its end, if there is one and it fits. */
  SlackMessage with(Optional<LayoutBlock> last) {
    return last.isEmpty() || blocks.size() >= SlackRenderer.MAX_BLOCKS
        ? this
        : new SlackMessage(text, Stream.concat(blocks.stream(), last.stream()).toList());
  }

  /** The message as JSON, in the form of {@code chat.postMessage}. */
  public String json() {
    return GsonFactory.createSnakeCase().toJson(this);
  }
}
