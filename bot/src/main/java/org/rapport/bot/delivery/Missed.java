package org.rapport.bot.delivery;

import org.rapport.bot.channel.Address;

/**
 * A delivery that did not, or may not have, reached its person.
 *
 * @param id of the delivery; the next page begins after it
 * @param status skipped, failed or unconfirmed
 * @param reason a short code
 */
public record Missed(
    String id, String occurrence, String person, Address address, Status status, String reason) {}
