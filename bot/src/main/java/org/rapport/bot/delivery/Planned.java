package org.rapport.bot.delivery;

import java.time.Instant;
import org.rapport.bot.channel.Address;

/**
 * One person of an occurrence.
 *
 * @param person their id
 * @param due when to send at the earliest
 * @param tooLate from when on it is not sent any more
 */
public record Planned(String person, Address address, Instant due, Instant tooLate) {}
