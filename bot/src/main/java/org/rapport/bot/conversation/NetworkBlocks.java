package org.rapport.bot.conversation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rapport.bot.message.Block;
import org.rapport.bot.message.Text;
import org.rapport.knowledge.library.Network;

/** Shows a place to meet people, and what is not sure about it. */
final class NetworkBlocks {
  /** What the library says where there is no sign of life. */
  private static final String NOT_KNOWN = "not known";

  private final Wording wording;

  NetworkBlocks(Wording wording) {
    this.wording = wording;
  }

  List<Block> of(Network network) {
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Block.Paragraph(intro(network)));
    blocks.add(
        new Block.Steps(
            wording.words("nudge.network.join"),
            network.join().stream().map(Text::plain).toList()));
    network
        .caution()
        .ifPresent(caution -> blocks.add(new Block.Note(Block.Tone.QUIET, Text.plain(caution))));
    List<String> unsure = unsure(network);
    if (!unsure.isEmpty()) {
      blocks.add(new Block.Note(Block.Tone.CAUTION, Text.plain(String.join(" ", unsure))));
    }
    return blocks;
  }

  private Text intro(Network network) {
    Text.Span name =
        network
            .address()
            .<Text.Span>map(address -> new Text.Link(network.name(), address))
            .orElseGet(() -> new Text.Plain(network.name()));
    String where = String.join("; ", network.where());
    return new Text(
        List.of(
            new Text.Bold(wording.words("nudge.network")),
            new Text.Plain(" "),
            name,
            new Text.Plain(". " + network.goodFor() + " "),
            new Text.Plain(
                wording.words(
                    "nudge.network.where",
                    Map.of("where", where, "how-often", network.cadence())))));
  }

  private List<String> unsure(Network network) {
    List<String> unsure = new ArrayList<>();
    boolean isCurrent =
        switch (network.activity()) {
          case CURRENT -> true;
          case BELIEVED, UNKNOWN, MOVING, TAG_ONLY, LAPSED -> false;
        };
    if (!isCurrent) {
      unsure.add(wording.words("nudge.network.still-running"));
      lastSign(network).ifPresent(unsure::add);
    }
    if (!network.isSourced()) {
      unsure.add(wording.words("nudge.network.unconfirmed"));
    }
    return unsure;
  }

  private Optional<String> lastSign(Network network) {
    return Optional.of(network.lastKnownActive())
        .filter(sign -> !sign.equals(NOT_KNOWN))
        .map(sign -> wording.words("nudge.network.last-sign", Map.of("sign", sign)));
  }
}
