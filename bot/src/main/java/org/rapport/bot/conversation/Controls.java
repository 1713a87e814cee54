package org.rapport.bot.conversation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Everything that can be pressed or filled in. */
public final class Controls {
  private final Forms forms;
  private final Map<String, ButtonHandler> buttons;
  private final CoachMessages messages;

  /**
   * @throws IllegalStateException if two forms or two buttons have the same id
   */
  public Controls(List<FormPage> forms, List<ButtonHandler> buttons, Wording wording) {
    this.forms = new Forms(forms, wording);
    this.buttons =
        buttons.stream()
            .collect(Collectors.toUnmodifiableMap(ButtonHandler::button, Function.identity()));
    this.messages = new CoachMessages(wording);
  }

  private Controls(Forms forms, Map<String, ButtonHandler> buttons, CoachMessages messages) {
    this.forms = forms;
    this.buttons = buttons;
    this.messages = messages;
  }

  /** These and one form more. */
  Controls and(FormPage form) {
    return new Controls(forms.and(form), buttons, messages);
  }

  FormReply reply(FormStep step) {
    return forms.reply(step);
  }

  Reply reply(Incoming.Pressed pressed) {
    return Optional.ofNullable(buttons.get(pressed.button()))
        .map(handler -> handler.pressed(pressed))
        .orElseGet(() -> new Reply(messages.brief("button.gone"), true));
  }
}
