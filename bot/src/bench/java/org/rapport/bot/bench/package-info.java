/** The speed benchmark: the real server in its own process, asked as Slack asks. */
@org.jspecify.annotations.NullMarked
package org.rapport.bot.bench;
