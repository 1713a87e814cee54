/** What the bot says, in no channel's form. */
@org.jspecify.annotations.NullMarked
package org.rapport.bot.message;
