package org.rapport.bot.delivery;

import java.time.Instant;

/**
 * A delivery that may have gone out.
 *
 * @param claim in which it would have
 * @param claimedAt when it went out at the earliest
 * @param failures how often it surely did not go out before
 */
record Doubt(Delivery delivery, String claim, Instant claimedAt, int failures) {}
