package org.rapport.bot.delivery;

import java.time.Instant;
import org.rapport.bot.channel.Address;

/**
 * One occurrence of a campaign for one person.
 *
 * @param id random; goes out with the message
 * @param organisation the id of whose campaign it is
 * @param person their id
 * @param due when to send at the earliest
 * @param tooLate from when on it is not sent any more
 */
public record Delivery(
    String id,
    String organisation,
    String campaign,
    String occurrence,
    String person,
    Address address,
    Instant due,
    Instant tooLate) {}
