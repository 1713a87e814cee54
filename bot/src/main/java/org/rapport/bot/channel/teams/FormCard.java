package org.rapport.bot.channel.teams;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rapport.bot.message.Block;
import org.rapport.bot.message.Field;
import org.rapport.bot.message.Form;
import org.rapport.bot.message.Message;

/** Draws a form as an Adaptive Card: a pure function. */
final class FormCard {
  /** Options that are all shown; more of them become a menu. */
  private static final int MOST_SHOWN = 10;

  private FormCard() {}

  /**
   * The card of a form.
   *
   * @param problems what is wrong by the field's id; shown above the field
   */
  static ObjectNode of(Form form, Map<String, String> problems, Surface surface) {
    ObjectNode card = TeamsRenderer.card(new Message(form.title(), intro(form, surface)), surface);
    ArrayNode body = (ArrayNode) card.get("body");
    for (Field field : form.fields()) {
      Optional.ofNullable(problems.get(field.ask().id()))
          .ifPresent(problem -> body.add(problem(problem)));
      body.add(input(form, field));
      if (!field.ask().hint().isBlank()) {
        body.add(hint(field.ask().hint()));
      }
    }
    body.addObject().put("type", "ActionSet").putArray("actions").add(send(form, surface));
    return card;
  }

  /** A dialog shows the title itself. */
  private static List<Block> intro(Form form, Surface surface) {
    List<Block> blocks = new ArrayList<>();
    if (surface != Surface.DIALOG) {
      blocks.add(new Block.Heading(form.title()));
    }
    blocks.addAll(form.intro());
    return blocks;
  }

  private static ObjectNode problem(String words) {
    return CardBuilder.textBlock(CardMarkdown.line(words))
        .put("color", "Attention")
        .put("weight", "Bolder");
  }

  private static ObjectNode hint(String words) {
    return CardBuilder.textBlock(CardMarkdown.line(words))
        .put("isSubtle", true)
        .put("size", "Small")
        .put("spacing", "Small");
  }

  private static ObjectNode input(Form form, Field field) {
    ObjectNode input =
        switch (field) {
          case Field.OneOf one -> choices(one.options()).put("value", one.first().orElse(""));
          case Field.SomeOf some ->
              choices(some.options())
                  .put("isMultiSelect", true)
                  .put("value", String.join(SentForm.BETWEEN_CHOICES, some.first()));
          case Field.Words words ->
              CardBuilder.element("Input.Text")
                  .put("isMultiline", words.lines())
                  .put("maxLength", words.longest())
                  .put("value", words.first());
          case Field.Day day ->
              CardBuilder.element("Input.Date")
                  .put("value", day.first().map(Object::toString).orElse(""));
          case Field.Time time ->
              CardBuilder.element("Input.Time")
                  .put("value", time.first().map(Object::toString).orElse(""));
        };
    if (input.path("value").asText().isEmpty()) {
      input.remove("value");
    }
    input.put("id", SentForm.inputId(field)).put("label", field.ask().label());
    return field.ask().optional()
        ? input
        : input.put("isRequired", true).put("errorMessage", form.missing());
  }

  private static ObjectNode choices(List<Field.Option> options) {
    ObjectNode input =
        CardBuilder.element("Input.ChoiceSet")
            .put("style", options.size() <= MOST_SHOWN ? "expanded" : "compact")
            .put("wrap", true);
    ArrayNode choices = input.putArray("choices");
    options.forEach(
        option -> choices.addObject().put("title", option.label()).put("value", option.id()));
    return input;
  }

  private static ObjectNode send(Form form, Surface surface) {
    ObjectNode action =
        surface == Surface.DIALOG
            ? CardBuilder.element(CardAction.SUBMIT)
            : CardBuilder.element(CardAction.EXECUTE).put("verb", SentForm.SEND);
    action.put("title", form.submit()).put("style", "positive");
    action
        .putObject("data")
        .put(CardAction.KIND, SentForm.SEND)
        .put(SentForm.FORM, form.id())
        .put(SentForm.ABOUT, form.about());
    return action;
  }
}
