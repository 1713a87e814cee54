package org.rapport.bot.channel.slack;

import com.slack.api.app_backend.views.payload.ViewSubmissionPayload;
import com.slack.api.model.view.View;
import com.slack.api.model.view.ViewState;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rapport.bot.channel.Address;
import org.rapport.bot.conversation.FormStep;
import org.rapport.bot.message.Action;
import org.rapport.bot.message.ActionCodec;
import org.rapport.bot.message.Entered;

/** Reads a modal that came back, where anything may be forged or missing. */
final class SentModal {
  private static final int MOST_BLOCKS = 100;

  private SentModal() {}

  /** What was sent, or empty if it names no form. */
  static Optional<FormStep.Sent> read(ViewSubmissionPayload payload) {
    View view = payload.getView();
    String metadata = Optional.ofNullable(view.getPrivateMetadata()).orElse("");
    return ActionCodec.read("open", metadata)
        .filter(Action.Open.class::isInstance)
        .map(Action.Open.class::cast)
        .map(open ->
            new FormStep.Sent(
                new Address(
                    Address.Kind.SLACK, payload.getTeam().getId(), payload.getUser().getId()),
                open.form(),
                open.about(),
                entered(open.form(), view.getState())));
  }

  private static Entered entered(String form, @Nullable ViewState state) {
    Map<String, List<String>> entered = new HashMap<>();
    if (state != null && state.getValues() != null && state.getValues().size() <= MOST_BLOCKS) {
      state
          .getValues()
          .forEach((block, inputs) -> entered.put(SlackModal.field(form, block), said(inputs)));
    }
    return new Entered(entered);
  }

  private static List<String> said(@Nullable Map<String, ViewState.Value> inputs) {
    return inputs == null
        ? List.of()
        : inputs.values().stream().filter(Objects::nonNull).flatMap(SentModal::said).toList();
  }

  private static Stream<String> said(ViewState.Value value) {
    Stream<@Nullable String> chosen =
        Stream.concat(
                Stream.ofNullable(value.getSelectedOption()),
                Stream.ofNullable(value.getSelectedOptions()).flatMap(List::stream))
            .filter(Objects::nonNull)
            .map(ViewState.SelectedOption::getValue);
    Stream<@Nullable String> typed =
        Stream.of(value.getValue(), value.getSelectedDate(), value.getSelectedTime());
    return Stream.concat(chosen, typed).filter(Objects::nonNull);
  }
}
