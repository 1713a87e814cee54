package org.rapport.bot.channel.teams;

import com.microsoft.bot.builder.BotAdapter;
import com.microsoft.bot.builder.TurnContext;
import com.microsoft.bot.connector.authentication.ClaimsIdentity;
import com.microsoft.bot.schema.Activity;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.rapport.bot.channel.SerialLanes;

/** Does something in the conversation of a turn after the turn was answered. */
final class AfterTurn {
  private final SerialLanes lanes;

  AfterTurn(SerialLanes lanes) {
    this.lanes = lanes;
  }

  /** Does the work in the conversation's order. */
  void later(TurnContext turn, Consumer<TurnContext> work) {
    Activity activity = turn.getActivity();
    BotAdapter adapter = turn.getAdapter();
    ClaimsIdentity identity = turn.getTurnState().get(BotAdapter.BOT_IDENTITY_KEY);
    lanes.run(
        activity.getConversation().getId(),
        () ->
            adapter
                .continueConversation(
                    identity,
                    activity.getConversationReference(),
                    conversation -> {
                      // An invented id, which the SDK would name as what we reply to.
                      conversation.getActivity().setId(null);
                      work.accept(conversation);
                      return done();
                    })
                .join());
  }

  private static CompletableFuture<Void> done() {
    return CompletableFuture.completedFuture(null);
  }
}
