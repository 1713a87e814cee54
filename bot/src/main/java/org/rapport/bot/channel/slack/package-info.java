/**
 * Slack. What comes in passes {@code SlackGuard} and {@code SlackServlet}, is routed by {@code
 * SlackApp}, let in by {@code SlackDoor} as a member's of their own workspace, and answered by
 * {@code SlackCommand}, {@code SlackEvents}, {@code SlackButtons} or {@code SlackForms}. What goes
 * out is drawn by {@code SlackRenderer} and {@code SlackModal} and sent by {@code SlackMessenger}.
 */
@org.jspecify.annotations.NullMarked
package org.rapport.bot.channel.slack;
