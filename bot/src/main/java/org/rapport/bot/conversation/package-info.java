/** The coach: what came in, what to say. */
@org.jspecify.annotations.NullMarked
package org.rapport.bot.conversation;
