/**
 * Campaigns: what is said to whom and when, their life, and who gets one. {@code Campaigns} is the
 * door for commands, chat and the console; {@code Planner} turns what is due into deliveries;
 * {@code CampaignEligibility} is asked again when one is about to be sent.
 */
@org.jspecify.annotations.NullMarked
package org.rapport.bot.campaign;
