/**
 * The ledger of who gets which nudge, and everything that sends. It knows no rules of campaigns:
 * {@link org.rapport.bot.delivery.Eligibility} and {@link org.rapport.bot.delivery.Composer} are
 * what it asks them.
 *
 * <p>The way of a delivery: {@link org.rapport.bot.delivery.Ledger} plans it, {@link
 * org.rapport.bot.delivery.Runner} has it claimed, checked, composed and sent within the budget of
 * its workspace, and the outcome recorded; what may have gone out and was not confirmed is asked
 * for later, and never sent again on a guess.
 */
@org.jspecify.annotations.NullMarked
package org.rapport.bot.delivery;
