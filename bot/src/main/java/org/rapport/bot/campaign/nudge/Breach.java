package org.rapport.bot.campaign.nudge;

/**
 * Something in a post that the guidance speaks against.
 *
 * @param section id of the section that says so
 * @param found how many there are; 0 where that is not counted
 * @param most how many there may be; 0 where that is not counted
 */
public record Breach(PostRule rule, String section, int found, int most) {}
