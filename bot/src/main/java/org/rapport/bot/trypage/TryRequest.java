package org.rapport.bot.trypage;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rapport.bot.channel.Address;
import org.rapport.bot.conversation.Incoming;
import org.rapport.bot.message.Action;
import org.rapport.bot.message.ActionCodec;

/**
 * What the page sends: a question that was typed, or a button that was pressed.
 *
 * @param visitor whose page it is
 * @param question what was typed; null if a button was pressed
 * @param kind kind of the button's action; null if a question was typed
 * @param value value of the button's action; null if a question was typed
 */
record TryRequest(
    @Nullable String visitor,
    @Nullable String question,
    @Nullable String kind,
    @Nullable String value) {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

  /** What the person did, or empty if the page cannot have sent this. */
  static Optional<Incoming> read(byte[] body) {
    try {
      return Optional.ofNullable(
              JSON.readValue(new String(body, StandardCharsets.UTF_8), TryRequest.class))
          .flatMap(TryRequest::incoming);
    } catch (JsonProcessingException malformed) {
      return Optional.empty();
    }
  }

  private Optional<Incoming> incoming() {
    if (visitor == null || !visitor.matches("[0-9a-f-]{1,40}")) {
      return Optional.empty();
    }
    Address from = new Address(Address.Kind.WEB, "local", "visitor-" + visitor);
    if (question != null) {
      return Optional.of(new Incoming.Asked(from, question, false));
    }
    return kind == null || value == null
        ? Optional.empty()
        : ActionCodec.read(kind, value).map(action -> pressed(from, action));
  }

  private static Incoming pressed(Address from, Action action) {
    return switch (action) {
      case Action.Ask ask -> new Incoming.Asked(from, ask.question(), false);
      case Action.Rate rate -> new Incoming.Rated(from, rate.answer(), rate.right());
    };
  }
}
