package org.rapport.bot.channel.teams;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rapport.bot.channel.Address;
import org.rapport.bot.conversation.FormStep;
import org.rapport.bot.message.Entered;
import org.rapport.bot.message.Field;
import org.rapport.bot.message.Form;

/** Reads a form as it comes back from Teams, where anybody may have forged it. */
final class SentForm {
  static final String SEND = "send";
  static final String FORM = "form";
  static final String ABOUT = "about";

  /** How Teams joins what was chosen; no option's id has one. */
  static final String BETWEEN_CHOICES = ",";

  private static final String ONE = "one.";
  private static final String SOME = "some.";

  private SentForm() {}

  /** The name of an input, which is that of no other part of what comes back. */
  static String inputId(Field field) {
    return (field instanceof Field.SomeOf ? SOME : ONE) + field.ask().id();
  }

  /**
   * What was sent, or empty if no form of ours sends this.
   *
   * @param data the data of a card's button, with its inputs among it
   */
  static Optional<FormStep.Sent> read(Address from, JsonNode data) {
    String form = data.path(FORM).asText("");
    String about = data.path(ABOUT).asText("");
    return SEND.equals(data.path(CardAction.KIND).asText()) && Form.isReference(form, about)
        ? Optional.of(new FormStep.Sent(from, form, about, entered(data)))
        : Optional.empty();
  }

  private static Entered entered(JsonNode data) {
    Map<String, List<String>> entered = new HashMap<>();
    data.properties()
        .forEach(input -> {
          String name = input.getKey();
          String typed = input.getValue().asText("");
          if (name.startsWith(ONE)) {
            entered.put(name.substring(ONE.length()), List.of(typed));
          } else if (name.startsWith(SOME)) {
            entered.put(name.substring(SOME.length()), Arrays.asList(typed.split(BETWEEN_CHOICES)));
          }
        });
    return new Entered(entered);
  }
}
