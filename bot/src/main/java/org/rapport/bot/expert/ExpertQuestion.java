package org.rapport.bot.expert;

import java.time.Instant;
import java.util.Optional;
import org.rapport.bot.channel.Address;

/**
 * A question to an organisation's experts.
 *
 * @param words masked; empty once the asker is forgotten
 * @param asker where they asked; empty once they are forgotten
 * @param isNamed whether experts may see who asks
 * @param expert who claimed it; empty while nobody has, and once they are forgotten
 * @param reminders how often somebody was reminded
 * @param revision goes up with every change
 */
public record ExpertQuestion(
    String organisation,
    String id,
    String words,
    State state,
    Instant askedAt,
    Optional<Address> asker,
    boolean isNamed,
    Optional<Address> expert,
    Optional<ExpertAnswer> answer,
    int reminders,
    int revision) {}
