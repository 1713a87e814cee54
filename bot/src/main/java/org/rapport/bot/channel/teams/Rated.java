package org.rapport.bot.channel.teams;

import java.util.ArrayList;
import java.util.List;
import org.rapport.bot.message.Action;
import org.rapport.bot.message.Block;
import org.rapport.bot.message.Message;

/** An answer after it was rated: thanks stand where its feedback buttons were. */
final class Rated {

  private Rated() {}

  static Message answer(Message answer, Message thanks) {
    List<Block> blocks = new ArrayList<>();
    for (Block block : answer.blocks()) {
      if (asksForRating(block)) {
        blocks.addAll(thanks.blocks());
      } else {
        blocks.add(block);
      }
    }
    return new Message(answer.summary(), blocks);
  }

  /** Whether a message has feedback buttons. */
  static boolean canBe(Message message) {
    return message.blocks().stream().anyMatch(Rated::asksForRating);
  }

  private static boolean asksForRating(Block block) {
    return block instanceof Block.Choices choices
        && !choices.buttons().isEmpty()
        && choices.buttons().stream().allMatch(button -> button.action() instanceof Action.Rate);
  }
}
