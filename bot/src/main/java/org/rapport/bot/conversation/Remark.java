package org.rapport.bot.conversation;

/**
 * What somebody said was wrong with an answer.
 *
 * @param question what they had asked, masked; empty if its words are not kept
 * @param words their words for it, masked; empty if there are none or they are not kept
 */
public record Remark(String question, WrongBecause because, String words) {}
