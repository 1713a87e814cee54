/**
 * Slack. What comes in passes {@code SlackGuard} and {@code SlackServlet}, or comes by {@code
 * SlackSocket}; it is routed by {@code SlackApp}, acknowledged by {@code SlackReception}, let in by
 * {@code SlackDoor} as a member's of their own workspace, and answered by {@code SlackCommand},
 * {@code SlackEvents}, {@code SlackAssistant}, {@code SlackShortcuts}, {@code SlackButtons} (in
 * modals and the Home tab {@code SlackViewButtons}), {@code SlackForms} or {@code SlackShare}. What
 * goes out is drawn by {@code SlackRenderer}, {@code SlackModal} and {@code SlackHome} and sent by
 * {@code SlackMessenger} and {@code SlackViews}.
 */
@org.jspecify.annotations.NullMarked
package org.rapport.bot.channel.slack;
