/**
 * Microsoft Teams. What comes in passes {@link org.rapport.bot.channel.teams.TeamsGuard} (form,
 * token, tenant) and {@link org.rapport.bot.channel.teams.TeamsServlet} (acknowledge, then work) to
 * the bot; what goes out is an Adaptive Card by {@link org.rapport.bot.channel.teams.TeamsRenderer}
 * through Microsoft's own adapter, mended where it must be.
 *
 * <p>A form is an Adaptive Card ({@code FormCard}): in one's own chat a message whose {@code
 * Action.Execute} is answered in place by {@code TeamsButtons}; where others see the chat a dialog,
 * answered by {@code TeamsDialogs}. No card has {@code refresh}: what changes in place is for the
 * one who pressed, and a change for all is an update of the message.
 */
@org.jspecify.annotations.NullMarked
package org.rapport.bot.channel.teams;
