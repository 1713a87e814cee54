package org.rapport.bot.delivery;

import org.rapport.bot.channel.Address;

/**
 * One person who gets nothing in an occurrence.
 *
 * @param person their id
 * @param address one of theirs
 * @param reason a short code
 */
public record PassedOver(String person, Address address, String reason) {}
