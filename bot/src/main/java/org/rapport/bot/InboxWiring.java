package org.rapport.bot;

import org.rapport.bot.channel.SeenEvents;
import org.rapport.bot.conversation.Responder;
import org.rapport.bot.inbox.Inbox;
import org.rapport.bot.inbox.TakingTurns;
import org.rapport.knowledge.Knowledge;

/** Keeps what is acknowledged until it is answered. */
final class InboxWiring {
  private InboxWiring() {}

  /** The inbox; what was left in it is taken up as soon as there is guidance to answer from. */
  static Inbox wired(Foundation base, SeenEvents seen, Knowledge knowledge) {
    Inbox inbox =
        base.parts().add(new Inbox(base.store(), seen, base.keys(), base.clock(), base.meters()));
    // On a thread of its own, for a long chore must not make this server look dead.
    Chores life = base.parts().add(new Chores());
    life.every(
        Inbox.BETWEEN_RUNS, "looking after the inbox", () -> inbox.runOnce(knowledge.ready()));
    return inbox;
  }

  /** The coach, for channels: what is acknowledged already leaves room for what is not. */
  static TakingTurns takingTurns(Foundation base, Responder coach) {
    int processors = Runtime.getRuntime().availableProcessors();
    TakingTurns turns = base.parts().add(new TakingTurns(coach, processors));
    base.meters().gauge("rapport.inbox.waiting", turns, TakingTurns::waiting);
    return turns;
  }
}
