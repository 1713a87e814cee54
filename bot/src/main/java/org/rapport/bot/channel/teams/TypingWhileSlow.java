package org.rapport.bot.channel.teams;

import com.microsoft.bot.builder.TurnContext;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/** Shows that an answer is on its way if it takes long; nobody sees it for the usual ones. */
final class TypingWhileSlow {
  private final TeamsHttp http;
  private final TeamsSender sender;

  TypingWhileSlow(TeamsHttp http, TeamsSender sender) {
    this.http = http;
    this.sender = sender;
  }

  /** Does the work on the calling thread. */
  <T> T until(TurnContext turn, Supplier<T> work) {
    if ("channel".equals(turn.getActivity().getConversation().getConversationType())) {
      // Teams shows no typing in channels.
      return work.get();
    }
    AtomicBoolean isDone = new AtomicBoolean();
    Future<?> typing = http.after(http.patience().typing(), () -> type(turn, isDone));
    try {
      return work.get();
    } finally {
      isDone.set(true);
      typing.cancel(false);
    }
  }

  private void type(TurnContext turn, AtomicBoolean isDone) {
    if (!isDone.get()) {
      sender.typing(turn);
    }
  }
}
