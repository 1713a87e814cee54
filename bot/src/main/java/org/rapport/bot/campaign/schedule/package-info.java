/**
 * When a campaign's nudges are due, and when they are not: pure time, without I/O but for the table
 * of bank holidays. A {@link org.rapport.bot.campaign.schedule.Schedule} gives {@link
 * org.rapport.bot.campaign.schedule.Occasion}s, and {@link
 * org.rapport.bot.campaign.schedule.SendTimes} turns one of them into an instant for each {@link
 * org.rapport.bot.campaign.schedule.Diary}.
 */
@NullMarked
package org.rapport.bot.campaign.schedule;

import org.jspecify.annotations.NullMarked;
