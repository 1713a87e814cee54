package org.rapport.bot.delivery;

import java.time.Instant;

/**
 * A nudge that reached a person, or may have, or is on its way to them.
 *
 * @param delivery its id
 * @param status planned, claimed, sent or unconfirmed
 * @param at when it came to its end; when it was claimed, or is due, if it has not
 */
public record Reached(String delivery, Status status, Instant at) {}
