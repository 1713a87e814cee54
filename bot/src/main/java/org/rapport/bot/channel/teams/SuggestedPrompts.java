package org.rapport.bot.channel.teams;

import com.microsoft.bot.schema.ActionTypes;
import com.microsoft.bot.schema.Activity;
import com.microsoft.bot.schema.ActivityTypes;
import com.microsoft.bot.schema.CardAction;
import com.microsoft.bot.schema.SuggestedActions;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.rapport.bot.message.Action;
import org.rapport.bot.message.Block;
import org.rapport.bot.message.Message;

/**
 * Questions above the message box, each sent as if it were typed. Teams shows them in chats of one
 * person and the bot only, up to six, and only with a message of plain text without a card
 * (learn.microsoft.com: "Suggested actions" in "Send and receive messages with a bot").
 */
final class SuggestedPrompts {
  private static final int MOST = 6;

  private SuggestedPrompts() {}

  /** The questions that a message offers, under its title for them; empty if it offers none. */
  static Optional<Activity> of(Message greeting) {
    return greeting.blocks().stream()
        .flatMap(SuggestedPrompts::choices)
        .filter(choices -> !choices.title().isBlank())
        .findFirst()
        .flatMap(choices -> {
          List<CardAction> prompts = prompts(choices);
          return prompts.isEmpty()
              ? Optional.empty()
              : Optional.of(under(choices.title(), prompts));
        });
  }

  private static Activity under(String title, List<CardAction> prompts) {
    Activity activity = new Activity(ActivityTypes.MESSAGE);
    activity.setText(title);
    SuggestedActions suggested = new SuggestedActions();
    suggested.setActions(prompts);
    activity.setSuggestedActions(suggested);
    return activity;
  }

  private static List<CardAction> prompts(Block.Choices choices) {
    return choices.buttons().stream().flatMap(SuggestedPrompts::prompt).limit(MOST).toList();
  }

  private static Stream<CardAction> prompt(Block.Button button) {
    return button.action() instanceof Action.Ask ask
        ? Stream.of(new CardAction(ActionTypes.IM_BACK, button.label(), ask.question()))
        : Stream.of();
  }

  private static Stream<Block.Choices> choices(Block block) {
    return block instanceof Block.Choices choices ? Stream.of(choices) : Stream.of();
  }
}
