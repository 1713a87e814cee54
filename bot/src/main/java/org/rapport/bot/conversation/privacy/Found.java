package org.rapport.bot.conversation.privacy;

/**
 * One piece of personal data in a text.
 *
 * @param start where it starts, in chars from 0
 * @param end the place after its last char
 */
public record Found(Kind kind, int start, int end) {}
