/**
 * Microsoft Teams. What comes in passes {@link org.rapport.bot.channel.teams.TeamsGuard} (form,
 * token, tenant) and {@link org.rapport.bot.channel.teams.TeamsServlet} (acknowledge, then work) to
 * the bot; what goes out is an Adaptive Card by {@link org.rapport.bot.channel.teams.TeamsRenderer}
 * through Microsoft's own adapter, mended where it must be.
 */
@org.jspecify.annotations.NullMarked
package org.rapport.bot.channel.teams;
