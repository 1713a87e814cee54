package org.rapport.bot.channel.teams;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.rapport.bot.channel.Rated;
import org.rapport.bot.message.Block;
import org.rapport.bot.message.Message;

/**
 * What the rating buttons of a card carry so that its answer is found again by a server that did
 * not send it: its title, to be asked again, and a mark that tells whether it is still the same.
 */
final class CarriedAnswer {
  private static final String TITLE = "title";
  private static final String MARK = "mark";
  private static final int LONGEST_TITLE = 250;

  private CarriedAnswer() {}

  static void into(ObjectNode data, Message message) {
    if (message.summary().length() <= LONGEST_TITLE) {
      data.put(TITLE, message.summary()).put(MARK, mark(message));
    }
  }

  /**
   * The answer whose button was pressed, without its rating buttons; empty if it would be another
   * one now.
   *
   * @param data of the button, which may be forged
   * @param ask gives the answer under a title
   */
  static Optional<Message> find(JsonNode data, Function<String, Message> ask) {
    String title = data.path(TITLE).asText("");
    return Optional.of(title)
        .filter(words -> !words.isBlank() && words.length() <= LONGEST_TITLE)
        .map(ask)
        .filter(found -> mark(found).equals(data.path(MARK).asText()))
        .map(found -> new Message(found.summary(), unrated(found).toList(), found.whole()));
  }

  private static Stream<Block> unrated(Message message) {
    return message.blocks().stream().filter(block -> !Rated.asksForRating(block));
  }

  private static String mark(Message message) {
    CRC32 sum = new CRC32();
    unrated(message)
        .forEach(block -> sum.update(block.toString().getBytes(StandardCharsets.UTF_8)));
    return Long.toHexString(sum.getValue());
  }
}
