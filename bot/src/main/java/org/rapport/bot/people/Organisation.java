package org.rapport.bot.people;

/**
 * A trust, board or ICB, with its workspaces, people and guidance.
 *
 * @param name for people to tell it by
 */
public record Organisation(String id, String name) {}
