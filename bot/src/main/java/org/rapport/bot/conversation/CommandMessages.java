package org.rapport.bot.conversation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.rapport.bot.channel.Address;
import org.rapport.bot.message.Action;
import org.rapport.bot.message.Block;
import org.rapport.bot.message.Message;
import org.rapport.bot.message.Text;

/** Short messages about what a person told the coach to do; a name leads to a summary and words. */
final class CommandMessages {
  private final Wording wording;

  CommandMessages(Wording wording) {
    this.wording = wording;
  }

  /** The message of a name. */
  Message brief(String name) {
    return brief(name, Map.of());
  }

  /**
   * The message of a name, filled in.
   *
   * @param values figures and the like, never what a person typed
   */
  Message brief(String name, Map<String, String> values) {
    return new Message(
        wording.words(name + ".summary"),
        List.of(new Block.Paragraph(Text.markdown(wording.words(name + ".words", values)))));
  }

  /** The message of a name with a button that says a command for whoever presses it. */
  Message offering(String name, Map<String, String> values, String command) {
    Message message = brief(name, values);
    List<Block> blocks = new ArrayList<>(message.blocks());
    String label = wording.words(name + ".button");
    blocks.add(new Block.Choices("", List.of(new Block.Button(label, new Action.Ask(command)))));
    return new Message(message.summary(), blocks);
  }

  /** A refusal that says who can grant. */
  Message refused(String name, Address reader, List<Address> admins) {
    Message message = brief(name);
    List<Block> blocks = new ArrayList<>(message.blocks());
    blocks.addAll(new WhoCanGrant(wording).blocks(reader, admins));
    return new Message(message.summary(), blocks);
  }

  /** Titled lines under a heading. */
  Message listed(String name, List<Block> blocks) {
    List<Block> all = new ArrayList<>();
    all.add(new Block.Heading(wording.words(name + ".summary")));
    all.addAll(blocks);
    return new Message(wording.words(name + ".summary"), all);
  }
}
