/**
 * What a person's nudge is. {@code WeeklyChoice} finds one in the library for a person and a week;
 * {@code NudgeComposer} makes it for a delivery and keeps what it gave; {@code Reactions} takes
 * what people say to it; {@code PostCheck} reads a post before it goes out.
 */
@org.jspecify.annotations.NullMarked
package org.rapport.bot.campaign.nudge;
