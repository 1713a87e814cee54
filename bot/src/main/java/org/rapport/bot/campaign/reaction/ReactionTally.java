package org.rapport.bot.campaign.reaction;

import java.time.LocalDate;

/**
 * How many people said the same to the nudges of an occurrence.
 *
 * @param day on which they said it
 */
public record ReactionTally(
    String campaign, String occurrence, Reaction reaction, LocalDate day, int people) {}
