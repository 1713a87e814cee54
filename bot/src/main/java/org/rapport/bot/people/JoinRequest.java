package org.rapport.bot.people;

import org.rapport.bot.channel.Address;

/**
 * An organisation wants to join another, whose admin has yet to agree.
 *
 * @param id random
 * @param host the one that stays
 * @param hostAt where its admin made the code, and will confirm
 * @param guest the one that joins
 * @param guestAt where its admin used the code
 */
public record JoinRequest(
    String id, Organisation host, Address hostAt, Organisation guest, Address guestAt) {}
