package org.rapport.bot.campaign;

/**
 * A channel of an audience that cannot be read, so that nobody knows who would get a nudge.
 *
 * @param place {@code slack:TEAM/CHANNEL} or {@code teams:TENANT/TEAM}
 * @param reason a short code
 */
public record Unread(String place, String reason) {}
