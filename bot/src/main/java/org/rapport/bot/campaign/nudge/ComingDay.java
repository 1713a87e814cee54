package org.rapport.bot.campaign.nudge;

import org.rapport.knowledge.library.AwarenessDay;
import org.rapport.knowledge.library.Span;

/**
 * A day of the calendar whose date is certain.
 *
 * @param days when it is
 */
public record ComingDay(AwarenessDay day, Span days) {}
