package org.rapport.bot.campaign.reaction;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.rapport.knowledge.library.Platform;

/**
 * What a person was given by one delivery.
 *
 * @param delivery its id
 * @param organisation the id of whose campaign it is
 * @param person their id
 * @param on the day that it was made for, in the person's zone
 * @param isFirst whether nothing had reached them before
 * @param post id of a suggested post
 * @param platform which of the post's variants they saw
 * @param network id of a network
 * @param check id of one thing to check
 */
public record GivenNudge(
    String delivery,
    String organisation,
    String person,
    String campaign,
    String occurrence,
    LocalDate on,
    boolean isFirst,
    Optional<String> post,
    Optional<Platform> platform,
    Optional<String> network,
    Optional<String> check,
    Instant at) {}
