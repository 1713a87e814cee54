/**
 * Slack. What comes in passes {@code SlackGuard} and {@code SlackServlet}, is routed by {@code
 * SlackApp}, let in by {@code SlackDoor} as a member's of their own workspace, and answered by
 * {@code SlackCommand}, {@code SlackEvents} or {@code SlackButtons}. What goes out is drawn by
 * {@code SlackRenderer} and sent by {@code SlackMessenger}.
 */
@org.jspecify.annotations.NullMarked
package org.rapport.bot.channel.slack;
