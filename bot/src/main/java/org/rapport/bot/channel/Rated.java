package org.rapport.bot.channel;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.rapport.bot.message.Action;
import org.rapport.bot.message.Block;
import org.rapport.bot.message.Message;

/** An answer after it was rated: thanks stand where its feedback buttons were. */
public final class Rated {

  private Rated() {}

  /** The answer with the thanks in the place of its feedback buttons. */
  public static Message answer(Message answer, Message thanks) {
    List<Block> blocks = new ArrayList<>();
    for (Block block : answer.blocks()) {
      if (asksForRating(block)) {
        blocks.addAll(thanks.blocks());
      } else {
        blocks.add(block);
      }
    }
    return new Message(answer.summary(), blocks, answer.whole());
  }

  /** The id of the answer that a message has feedback buttons for. */
  public static Optional<String> id(Message message) {
    return message.blocks().stream()
        .filter(Rated::asksForRating)
        .map(block -> ((Block.Choices) block).buttons().getFirst().action())
        .map(action -> ((Action.Rate) action).answer())
        .findFirst();
  }

  /** Whether these are feedback buttons. */
  public static boolean asksForRating(Block block) {
    return block instanceof Block.Choices choices
        && !choices.buttons().isEmpty()
        && choices.buttons().stream().allMatch(button -> button.action() instanceof Action.Rate);
  }
}
