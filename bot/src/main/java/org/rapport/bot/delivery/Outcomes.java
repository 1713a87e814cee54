package org.rapport.bot.delivery;

import java.time.Instant;
import java.util.Collection;
import java.util.Locale;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/**
 * Writes what came of a batch; every call works in a transaction of the caller's. That a message
 * went out is true whatever happened to the row meanwhile; all else holds only while the claim is
 * still the row's own.
 */
final class Outcomes implements AutoCloseable {
  private static final int LONGEST_REASON = 60;
  private static final int LONGEST_REFERENCE = 200;
  private static final String OWN = " where id = ? and claim = ?";
  private static final String OPEN = OWN + " and status in ('claimed', 'unconfirmed')";

  private final Handle handle;
  private final String claim;
  private final long now;
  private final PreparedBatch sent;
  private final PreparedBatch over;
  private final PreparedBatch back;
  private final PreparedBatch lost;

  private Outcomes(Handle handle, String claim, Instant now) {
    this.handle = handle;
    this.claim = claim;
    this.now = now.toEpochMilli();
    this.sent =
        handle.prepareBatch(
            "update delivery set status = 'sent', reason = '', reference = ?, settled_at = ?,"
                + " ask_at = null where id = ?");
    this.over =
        handle.prepareBatch(
            "update delivery set status = ?, reason = ?, settled_at = ?, ask_at = null" + OPEN);
    this.back =
        handle.prepareBatch(
            "update delivery set status = 'planned', reason = ?, due_at = ?,"
                + " failures = failures + ?, claim = null, settled_at = null, ask_at = null"
                + OPEN);
    this.lost =
        handle.prepareBatch(
            "update delivery set status = 'unconfirmed', reason = ?, settled_at = ?, ask_at = ?"
                + OWN
                + " and status = 'claimed'");
  }

  /**
   * @param claim of the batch that all were claimed in
   */
  static void write(Handle handle, String claim, Collection<Settled> settled, Instant now) {
    try (Outcomes outcomes = new Outcomes(handle, claim, now)) {
      settled.forEach(outcomes::add);
      outcomes.execute();
    }
  }

  @Override
  public void close() {
    sent.close();
    over.close();
    back.close();
    lost.close();
  }

  private void add(Settled each) {
    Delivery delivery = each.delivery();
    String id = delivery.id();
    switch (each.outcome()) {
      case Outcome.Sent out -> sent.add(cut(out.reference()), now, id);
      case Outcome.Skipped skipped -> over(id, Status.SKIPPED, skipped.reason());
      case Outcome.Refused refused -> over(id, Status.FAILED, refused.reason());
      case Outcome.GivenUp givenUp -> over(id, Status.FAILED, givenUp.reason());
      case Outcome.Gone gone -> {
        over(id, Status.FAILED, gone.reason());
        AddressEnds.add(handle, id, claim, code(gone.reason()), Instant.ofEpochMilli(now));
      }
      case Outcome.Again again -> back(id, again.reason(), again.due(), 1);
      case Outcome.Wait wait -> back(id, "", wait.due(), 0);
      case Outcome.Throttled _ -> back(id, "rate_limited", delivery.due(), 0);
      case Outcome.Lost away ->
          lost.add(code(away.reason()), now, away.askAt().toEpochMilli(), id, claim);
    }
  }

  private void over(String id, Status status, String reason) {
    over.add(status.id(), code(reason), now, id, claim);
  }

  private void back(String id, String reason, Instant due, int failures) {
    back.add(code(reason), due.toEpochMilli(), failures, id, claim);
  }

  private void execute() {
    for (PreparedBatch batch : new PreparedBatch[] {sent, over, back, lost}) {
      if (batch.size() > 0) {
        batch.execute();
      }
    }
  }

  /** Platforms' codes are kept; anything in a strange form may be somebody's words. */
  private static String code(String reason) {
    String code = reason.toLowerCase(Locale.ROOT);
    return code.matches("[a-z0-9_]{0," + LONGEST_REASON + "}") ? code : "other";
  }

  /** As much of a channel's id as the table holds. */
  static String cut(String reference) {
    return reference.substring(0, Math.min(reference.length(), LONGEST_REFERENCE));
  }
}
