/** The port to a chat channel: who is addressed, what came of a send, files that are given. */
@org.jspecify.annotations.NullMarked
package org.rapport.bot.channel;
