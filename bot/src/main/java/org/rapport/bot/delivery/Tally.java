package org.rapport.bot.delivery;

import java.time.LocalDate;

/**
 * How many deliveries of an occurrence are alike.
 *
 * @param reason a short code; empty if there is none
 * @param day on which they came to their end, or are due if they have not
 */
public record Tally(
    String campaign, String occurrence, Status status, String reason, LocalDate day, int count) {}
