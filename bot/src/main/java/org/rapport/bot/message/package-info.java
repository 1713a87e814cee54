/**
 * What the bot says and asks, in no channel's form.
 *
 * <p>A {@code Message} is made of {@code Block}s; its buttons carry an {@code Action}. A {@code
 * Form} asks for several things at once: each {@code Field} is one of several, several of several,
 * words, a day, or a time of day. {@code Action.Open} opens one; what comes back is {@code
 * Entered}, which anybody may have forged. Where a channel must cut a message, {@code Cut} does it,
 * and the message's own {@code whole} button leads to all of it.
 */
@org.jspecify.annotations.NullMarked
package org.rapport.bot.message;
