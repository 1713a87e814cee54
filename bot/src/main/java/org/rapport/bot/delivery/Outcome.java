package org.rapport.bot.delivery;

import java.time.Instant;

/** What came of a delivery that was claimed. Reasons are short codes. */
sealed interface Outcome {

  /** It went out; {@code reference} is the channel's own id of the message. */
  record Sent(String reference) implements Outcome {}

  /** It is not to be sent; the channel was not asked. */
  record Skipped(String reason) implements Outcome {}

  /** The channel took this message for none that it sends. */
  record Refused(String reason) implements Outcome {}

  /** The address has come to its end. */
  record Gone(String reason) implements Outcome {}

  /** It surely did not go out, and is tried again. */
  record Again(Instant due, String reason) implements Outcome {}

  /** It surely did not go out, and was tried often enough. */
  record GivenUp(String reason) implements Outcome {}

  /** It waits; the channel was not asked. */
  record Wait(Instant due) implements Outcome {}

  /** It did not go out, and nothing does in its workspace until then. */
  record Throttled(Instant until) implements Outcome {}

  /** It may have gone out; the channel is asked at that time. */
  record Lost(String reason, Instant askAt) implements Outcome {}
}
