package org.rapport.bot.delivery;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.rapport.bot.channel.Address;
import org.rapport.bot.channel.SendResult;
import org.rapport.bot.message.Message;
import org.rapport.bot.store.Store;
import org.rapport.bot.store.StoreAway;

/** Sends one message that is in no ledger, out of the budget that deliveries have. */
public final class SingleSends {
  private final Store store;
  private final InstantSource clock;

  public SingleSends(Store store, InstantSource clock) {
    this.store = store;
    this.clock = clock;
  }

  /**
   * Sends it once, if the budget of its workspace has anything left; it is not asked for more.
   *
   * @param organisation the id of whose address it is
   * @param id goes out with the message
   * @return throttled, with how long that is for, if nothing is left
   * @throws StoreAway while the database is away; then nothing went out
   */
  public SendResult send(
      String organisation, Outlet outlet, Address to, Message message, String id) {
    Lane lane = Lane.of(organisation, to);
    Optional<Duration> wait = store.write(handle -> take(handle, lane, to, outlet.pace()));
    if (wait.isPresent()) {
      return new SendResult.Throttled(wait.get());
    }
    SendResult result = outlet.channel().send(to, message, id);
    store.attempt(
        "noting how a workspace answered",
        () ->
            store.write(handle -> {
              note(handle, lane, result);
              return true;
            }));
    return result;
  }

  /** Takes one message from the budget; or says how long there is none. */
  private Optional<Duration> take(Handle handle, Lane lane, Address to, Pace pace) {
    Instant now = clock.instant();
    Budgets.open(handle, List.of(lane));
    Budgets.Left left = Budgets.hold(handle, lane);
    if (left.allowed(pace, now) == 0) {
      return Optional.of(left.untilNext(pace, now));
    }
    if (!Budgets.mayWriteTo(handle, lane, to.user(), pace, now)) {
      return Optional.of(pace.betweenToOne());
    }
    Budgets.spend(handle, lane, pace, 1, left, now);
    return Optional.empty();
  }

  /** What it says about the workspace, for all that is sent there. */
  private void note(Handle handle, Lane lane, SendResult result) {
    Instant now = clock.instant();
    switch (result) {
      case SendResult.Sent _, SendResult.Refused _, SendResult.Gone _ ->
          Budgets.answered(handle, lane);
      case SendResult.Throttled throttled ->
          Budgets.block(handle, lane, Courier.until(throttled.after(), now), now);
      case SendResult.Failed _, SendResult.Unconfirmed _ ->
          Budgets.unanswered(handle, lane, 1, now);
    }
  }
}
