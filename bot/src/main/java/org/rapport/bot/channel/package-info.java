/** The port to a chat channel: who is addressed, what came of a send. */
@org.jspecify.annotations.NullMarked
package org.rapport.bot.channel;
