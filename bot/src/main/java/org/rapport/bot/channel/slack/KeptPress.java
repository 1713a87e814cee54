package org.rapport.bot.channel.slack;

import com.slack.api.app_backend.interactive_components.payload.BlockActionPayload;
import com.slack.api.model.Message;
import com.slack.api.model.view.View;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The press of a button, without all that its answer does not need. */
final class KeptPress {
  private KeptPress() {}

  /**
   * @param value what the button says it is about
   */
  static BlockActionPayload of(BlockActionPayload press, @Nullable String value) {
    BlockActionPayload kept = new BlockActionPayload();
    kept.setTeam(press.getTeam());
    kept.setEnterprise(press.getEnterprise());
    kept.setUser(user(press.getUser()));
    kept.setContainer(press.getContainer());
    kept.setMessage(message(press.getMessage()));
    kept.setView(view(press.getView()));
    kept.setTriggerId(press.getTriggerId());
    kept.setResponseUrl(press.getResponseUrl());
    kept.setActions(List.of(button(press.getActions().getFirst(), value)));
    return kept;
  }

  private static BlockActionPayload.User user(BlockActionPayload.User user) {
    BlockActionPayload.User kept = new BlockActionPayload.User();
    kept.setId(user.getId());
    kept.setTeamId(user.getTeamId());
    return kept;
  }

  private static @Nullable Message message(@Nullable Message message) {
    if (message == null) {
      return null;
    }
    Message kept = new Message();
    kept.setTs(message.getTs());
    kept.setThreadTs(message.getThreadTs());
    return kept;
  }

  /** Which modal or Home tab it was in, without what stands there. */
  private static @Nullable View view(@Nullable View view) {
    if (view == null) {
      return null;
    }
    View kept = new View();
    kept.setId(view.getId());
    kept.setType(view.getType());
    return kept;
  }

  private static BlockActionPayload.Action button(
      BlockActionPayload.Action button, @Nullable String value) {
    BlockActionPayload.Action kept = new BlockActionPayload.Action();
    kept.setType(button.getType());
    kept.setBlockId(button.getBlockId());
    kept.setActionId(button.getActionId());
    kept.setValue(value);
    return kept;
  }
}
