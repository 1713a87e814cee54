package org.rapport.bot.trypage;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rapport.bot.channel.Address;
import org.rapport.bot.conversation.FormStep;
import org.rapport.bot.conversation.Incoming;
import org.rapport.bot.message.Action;
import org.rapport.bot.message.ActionCodec;
import org.rapport.bot.message.Entered;
import org.rapport.bot.message.Form;

/**
 * What the page sends: a question that was typed, a button that was pressed, or a form.
 *
 * @param visitor whose page it is
 * @param question what was typed; null if it was something else
 * @param kind kind of the button's action; null if it was something else
 * @param value value of the button's action; null if it was something else
 * @param form id of the form that is sent; null if it was something else
 * @param about what the form is about
 * @param entered what is in the form, by field
 */
record TryRequest(
    @Nullable String visitor,
    @Nullable String question,
    @Nullable String kind,
    @Nullable String value,
    @Nullable String form,
    @Nullable String about,
    @Nullable Map<String, List<@Nullable String>> entered) {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

  /** What a person did on the page. */
  sealed interface Deed {
    record Said(Incoming incoming) implements Deed {}

    record Filled(FormStep step) implements Deed {}
  }

  /** What the person did, or empty if the page cannot have sent this. */
  static Optional<Deed> read(byte[] body) {
    try {
      return Optional.ofNullable(
              JSON.readValue(new String(body, StandardCharsets.UTF_8), TryRequest.class))
          .flatMap(TryRequest::deed);
    } catch (JsonProcessingException malformed) {
      return Optional.empty();
    }
  }

  private Optional<Deed> deed() {
    if (visitor == null || !visitor.matches("[0-9a-f-]{1,40}")) {
      return Optional.empty();
    }
    Address from = new Address(Address.Kind.WEB, "local", "visitor-" + visitor);
    if (question != null) {
      return Optional.of(new Deed.Said(new Incoming.Asked(from, question, false)));
    }
    if (form != null && about != null && entered != null) {
      return sent(from, form, about, entered);
    }
    return kind == null || value == null
        ? Optional.empty()
        : ActionCodec.read(kind, value).map(action -> pressed(from, action));
  }

  private static Optional<Deed> sent(
      Address from, String form, String about, Map<String, List<@Nullable String>> entered) {
    boolean isWhole =
        Form.isReference(form, about)
            && entered.values().stream()
                .allMatch(typed -> typed != null && typed.stream().allMatch(Objects::nonNull));
    return isWhole
        ? Optional.of(new Deed.Filled(new FormStep.Sent(from, form, about, of(entered))))
        : Optional.empty();
  }

  @SuppressWarnings("NullAway") // All were looked at.
  private static Entered of(Map<String, List<@Nullable String>> entered) {
    return new Entered(Map.copyOf(entered));
  }

  private static Deed pressed(Address from, Action action) {
    return switch (action) {
      case Action.Ask ask -> new Deed.Said(new Incoming.Asked(from, ask.question(), false));
      case Action.Rate rate -> new Deed.Said(new Incoming.Rated(from, rate.answer(), rate.right()));
      case Action.Open open ->
          new Deed.Filled(new FormStep.Wanted(from, open.form(), open.about()));
      case Action.Press press ->
          new Deed.Said(new Incoming.Pressed(from, press.button(), press.about(), false));
      case Action.ReadAll read -> new Deed.Said(new Incoming.WantedAll(from, read.title()));
    };
  }
}
