package org.rapport.bot.conversation;

import org.rapport.bot.message.Message;

/**
 * What the coach says back.
 *
 * @param message the words
 * @param privately whether only the asker may see it, wherever it was asked
 */
public record Reply(Message message, boolean privately) implements FormReply {}
