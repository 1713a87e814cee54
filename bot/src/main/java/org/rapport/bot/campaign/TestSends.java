package org.rapport.bot.campaign;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.rapport.bot.audit.Audit;
import org.rapport.bot.audit.Deed;
import org.rapport.bot.channel.Address;
import org.rapport.bot.channel.SendResult;
import org.rapport.bot.delivery.Freeze;
import org.rapport.bot.delivery.Outlet;
import org.rapport.bot.delivery.SingleSends;
import org.rapport.bot.message.Message;
import org.rapport.bot.store.StoreAway;

/**
 * Sends a lead one nudge of a campaign to try it. It goes past the ledger, so that no cap holds it
 * and no result counts it; a freeze and the limits of a workspace hold it like all else.
 */
public final class TestSends {
  private static final String ACTION = "campaign test";

  private final Function<Address.Kind, Optional<Outlet>> outlets;
  private final SingleSends sends;
  private final Freeze freeze;
  private final Audit audit;

  /**
   * @param outlets where nudges go out; empty for what is not connected
   */
  public TestSends(
      Function<Address.Kind, Optional<Outlet>> outlets,
      SingleSends sends,
      Freeze freeze,
      Audit audit) {
    this.outlets = outlets;
    this.sends = sends;
    this.freeze = freeze;
    this.audit = audit;
  }

  /** What came of one. */
  public sealed interface Outcome {
    /** It is in their chat. */
    record Sent() implements Outcome {}

    /** Nudges are frozen, or it cannot be read whether they are. */
    record Frozen() implements Outcome {}

    /** Their channel has no nudges. */
    record NoChannel() implements Outcome {}

    /** Their workspace takes nothing more for so long; it did not go out. */
    record Busy(Duration after) implements Outcome {}

    /** No reply came: it may be in their chat. */
    record Unconfirmed() implements Outcome {}

    /** It did not go out; {@code reason} is a short code. */
    record Failed(String reason) implements Outcome {}
  }

  /**
   * Sends it, and notes that in the audit trail.
   *
   * @param campaign of the lead's organisation
   * @param to the lead's own address
   * @throws StoreAway while the database is away
   */
  public Outcome send(Lead lead, Campaign campaign, Address to, Message message) {
    Outcome outcome = outcome(lead, to, message);
    Deed.Result result = outcome instanceof Outcome.Sent ? Deed.Result.DONE : Deed.Result.REFUSED;
    audit.note(
        lead.actor(),
        new Deed(lead.organisation(), ACTION, campaign.id(), result, detail(outcome)));
    return outcome;
  }

  private Outcome outcome(Lead lead, Address to, Message message) {
    freeze.keepUp();
    if (freeze.frozen(lead.organisation())) {
      return new Outcome.Frozen();
    }
    return outlets
        .apply(to.channel())
        .map(outlet ->
            outcome(
                sends.send(lead.organisation(), outlet, to, message, "test-" + UUID.randomUUID())))
        .orElseGet(Outcome.NoChannel::new);
  }

  private static Outcome outcome(SendResult result) {
    return switch (result) {
      case SendResult.Sent _ -> new Outcome.Sent();
      case SendResult.Unconfirmed _ -> new Outcome.Unconfirmed();
      case SendResult.Throttled throttled -> new Outcome.Busy(throttled.after());
      case SendResult.Refused refused -> new Outcome.Failed(refused.reason());
      case SendResult.Gone gone -> new Outcome.Failed(gone.reason());
      case SendResult.Failed failed -> new Outcome.Failed(failed.reason());
    };
  }

  private static String detail(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Sent _ -> "sent to the lead";
      case Outcome.Frozen _ -> "frozen";
      case Outcome.NoChannel _ -> "no channel";
      case Outcome.Busy _ -> "rate_limited";
      case Outcome.Unconfirmed _ -> "unconfirmed";
      case Outcome.Failed failed -> failed.reason();
    };
  }
}
