package org.rapport.bot.channel.slack;

import static com.slack.api.model.block.Blocks.input;
import static com.slack.api.model.block.composition.BlockCompositions.plainText;
import static com.slack.api.model.block.element.BlockElements.checkboxes;
import static com.slack.api.model.block.element.BlockElements.datePicker;
import static com.slack.api.model.block.element.BlockElements.multiStaticSelect;
import static com.slack.api.model.block.element.BlockElements.plainTextInput;
import static com.slack.api.model.block.element.BlockElements.radioButtons;
import static com.slack.api.model.block.element.BlockElements.staticSelect;
import static com.slack.api.model.block.element.BlockElements.timePicker;
import static com.slack.api.model.view.Views.view;
import static com.slack.api.model.view.Views.viewSubmit;
import static com.slack.api.model.view.Views.viewTitle;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.composition.OptionObject;
import com.slack.api.model.block.element.BlockElement;
import com.slack.api.model.view.View;
import com.slack.api.util.json.GsonFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rapport.bot.message.Action;
import org.rapport.bot.message.ActionCodec;
import org.rapport.bot.message.Field;
import org.rapport.bot.message.Form;
import org.rapport.bot.message.Message;

/**
 * Draws a form, or the whole of a message, as a modal within Slack's limits
 * (docs.slack.dev/reference/views/modal-views): 100 blocks, 24 characters of title. Pure.
 */
public final class SlackModal {
  /** How Slack names a form that is sent; what it is and is about is in its metadata. */
  static final String CALLBACK = "rapport:form";

  private static final String TITLE = "Rapport";
  private static final int MAX_BLOCKS = 100;

  /** More options than this do not fit radio buttons or checkboxes and become a menu. */
  private static final int MAX_BUTTONS = 10;

  private SlackModal() {}

  /** The form, with what it holds already. */
  public static View form(Form form) {
    List<LayoutBlock> blocks =
        new ArrayList<>(SlackRenderer.blocks(form.intro(), MAX_BLOCKS - form.fields().size()));
    form.fields().forEach(field -> blocks.add(asked(form, field)));
    return view(modal ->
        modal
            .type("modal")
            .callbackId(CALLBACK)
            .privateMetadata(ActionCodec.value(new Action.Open(form.id(), form.about())))
            .title(viewTitle(title -> title.type("plain_text").text(form.title())))
            .submit(viewSubmit(submit -> submit.type("plain_text").text(form.submit())))
            .blocks(blocks));
  }

  /**
   * All of a message.
   *
   * @param last stands at its end
   */
  static View message(Message message, Optional<LayoutBlock> last) {
    return view(modal ->
        modal
            .type("modal")
            .title(viewTitle(title -> title.type("plain_text").text(TITLE)))
            .blocks(whole(message, last)));
  }

  /** The form as JSON, in the form of {@code views.open}. */
  public static String json(Form form) {
    return GsonFactory.createSnakeCase().toJson(form(form));
  }

  /** What is wrong with a form, by the blocks of its fields. */
  static Map<String, String> errors(Form form, Map<String, String> problems) {
    return problems.entrySet().stream()
        .collect(
            Collectors.toUnmodifiableMap(
                problem -> blockId(form.id(), problem.getKey()), Map.Entry::getValue));
  }

  /** The field of a block, or the block's own name if it is not one of the form's. */
  static String field(String form, String blockId) {
    String prefix = blockId(form, "");
    return blockId.startsWith(prefix) ? blockId.substring(prefix.length()) : blockId;
  }

  private static List<LayoutBlock> whole(Message message, Optional<LayoutBlock> last) {
    List<LayoutBlock> blocks = SlackRenderer.blocks(Unfolded.blocks(message), MAX_BLOCKS - 1);
    return blocks.isEmpty()
        ? SlackRenderer.render(new Message(message.summary(), List.of())).blocks()
        : Stream.concat(blocks.stream(), last.stream()).toList();
  }

  private static String blockId(String form, String field) {
    return "rapport:" + form + ":" + field;
  }

  private static LayoutBlock asked(Form form, Field field) {
    Field.Ask ask = field.ask();
    return input(block ->
        block
            .blockId(blockId(form.id(), ask.id()))
            .label(plainText(ask.label()))
            .hint(ask.hint().isBlank() ? null : plainText(ask.hint()))
            .optional(ask.optional())
            .element(element(field)));
  }

  private static BlockElement element(Field field) {
    String id = "entered:" + field.ask().id();
    return switch (field) {
      case Field.OneOf one -> oneOf(id, one);
      case Field.SomeOf some -> someOf(id, some);
      case Field.Words words -> words(id, words);
      case Field.Day day ->
          datePicker(it -> it.actionId(id).initialDate(orNull(day.first().map(Object::toString))));
      case Field.Time time ->
          timePicker(it -> it.actionId(id).initialTime(orNull(time.first().map(Object::toString))));
    };
  }

  private static BlockElement oneOf(String id, Field.OneOf field) {
    List<OptionObject> options = options(field.options());
    OptionObject first = orNull(field.first().flatMap(it -> chosen(options, List.of(it))));
    return options.size() <= MAX_BUTTONS
        ? radioButtons(it -> it.actionId(id).options(options).initialOption(first))
        : staticSelect(it -> it.actionId(id).options(options).initialOption(first));
  }

  private static BlockElement someOf(String id, Field.SomeOf field) {
    List<OptionObject> options = options(field.options());
    List<OptionObject> first =
        options.stream().filter(option -> field.first().contains(option.getValue())).toList();
    List<OptionObject> initial = first.isEmpty() ? null : first;
    return options.size() <= MAX_BUTTONS
        ? checkboxes(it -> it.actionId(id).options(options).initialOptions(initial))
        : multiStaticSelect(it -> it.actionId(id).options(options).initialOptions(initial));
  }

  private static BlockElement words(String id, Field.Words words) {
    return plainTextInput(it ->
        it.actionId(id)
            .multiline(words.lines())
            .maxLength(words.longest())
            .initialValue(words.first().isEmpty() ? null : words.first()));
  }

  private static List<OptionObject> options(List<Field.Option> options) {
    return options.stream()
        .map(option ->
            OptionObject.builder().text(plainText(option.label())).value(option.id()).build())
        .toList();
  }

  private static Optional<OptionObject> chosen(List<OptionObject> options, List<String> ids) {
    return options.stream().filter(option -> ids.contains(option.getValue())).findFirst();
  }

  private static <T> @Nullable T orNull(Optional<T> value) {
    return value.orElse(null);
  }
}
