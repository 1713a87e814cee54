/**
 * What is acknowledged before it is answered. A channel takes an {@code Arrival} to the {@code
 * Inbox}, which commits it before the acknowledgement and gives a {@code Ticket} for the answer;
 * {@code Answering} notes what goes out. After a crash another process answers what is left, or
 * lists it as failed if a reply may have gone out already.
 */
@org.jspecify.annotations.NullMarked
package org.rapport.bot.inbox;
