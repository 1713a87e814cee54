package org.rapport.bot.store;

/**
 * How far the tables are.
 *
 * @param version version of the newest migration that ran; 0 for an empty database
 * @param pending how many migrations of this program have not run
 * @param newer whether a newer program has changed the tables already
 */
public record Tables(int version, int pending, boolean newer) {}
