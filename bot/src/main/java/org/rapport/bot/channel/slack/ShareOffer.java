package org.rapport.bot.channel.slack;

import static com.slack.api.model.block.Blocks.actions;
import static com.slack.api.model.block.composition.BlockCompositions.plainText;
import static com.slack.api.model.block.element.BlockElements.button;

import com.slack.api.model.block.LayoutBlock;
import java.util.List;
import java.util.Optional;
import org.rapport.bot.message.Action;
import org.rapport.bot.message.ActionCodec;
import org.rapport.bot.message.Block;
import org.rapport.bot.message.Message;

/** The button under an answer that only its asker sees, for sharing it with others. */
record ShareOffer(String label) {
  /** The kind of the button, which no action of a message has. */
  static final String KIND = "share";

  /** The button; none under what is no single answer. */
  Optional<LayoutBlock> under(Message message) {
    return message
        .whole()
        .map(Block.Button::action)
        .filter(Action.ReadAll.class::isInstance)
        .map(answer ->
            actions(row ->
                row.elements(
                    List.of(
                        button(share ->
                            share
                                .actionId("rapport:" + KIND + ":0")
                                .text(plainText(label))
                                .value(ActionCodec.value(answer)))))));
  }
}
