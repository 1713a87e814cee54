/**
 * Rapport in many Slack workspaces. {@code SlackInstalls} is the door: {@code BeginServlet} sends a
 * person to Slack, {@code RedirectServlet} takes them back, {@code InstallTable} keeps what Slack
 * granted, {@code InstalledTokens} hands it out, and {@code TokenRefresh} renews it in time.
 */
@org.jspecify.annotations.NullMarked
package org.rapport.bot.channel.slack.install;
