package org.rapport.bot.channel.teams;

import com.microsoft.bot.builder.BotAdapter;
import com.microsoft.bot.builder.TurnContext;
import com.microsoft.bot.connector.authentication.ClaimsIdentity;
import com.microsoft.bot.schema.ConversationReference;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.rapport.bot.channel.SerialLanes;
import org.rapport.bot.inbox.Inbox;
import org.rapport.bot.inbox.Ticket;

/** Does something in the conversation of a turn after the turn was answered. */
final class AfterTurn {
  private final SerialLanes lanes;
  private final Inbox inbox;

  AfterTurn(SerialLanes lanes, Inbox inbox) {
    this.lanes = lanes;
    this.inbox = inbox;
  }

  /** Does the work in the conversation's order. */
  void later(TurnContext turn, Consumer<TurnContext> work) {
    lanes.run(lane(turn), inConversation(turn, work));
  }

  /**
   * Answers a question in the conversation's order, once it is committed; unless the turn was
   * delivered before.
   */
  void answer(TurnContext turn, String question, Consumer<TurnContext> work) {
    Ticket ticket =
        inbox.ticket(
            KeptActivity.pressed(new TeamsTurn(identity(turn), turn.getActivity()), question));
    Runnable answer = inConversation(turn, work);
    lanes.run(lane(turn), () -> ticket.answer(answer));
    inbox.keep(ticket);
  }

  private static Runnable inConversation(TurnContext turn, Consumer<TurnContext> work) {
    ConversationReference place = turn.getActivity().getConversationReference();
    BotAdapter adapter = turn.getAdapter();
    ClaimsIdentity identity = identity(turn);
    return () ->
        adapter
            .continueConversation(
                identity,
                place,
                conversation -> {
                  // An invented id, which the SDK would name as what we reply to.
                  conversation.getActivity().setId(null);
                  work.accept(conversation);
                  return done();
                })
            .join();
  }

  private static ClaimsIdentity identity(TurnContext turn) {
    return turn.getTurnState().get(BotAdapter.BOT_IDENTITY_KEY);
  }

  private static String lane(TurnContext turn) {
    return turn.getActivity().getConversation().getId();
  }

  private static CompletableFuture<Void> done() {
    return CompletableFuture.completedFuture(null);
  }
}
