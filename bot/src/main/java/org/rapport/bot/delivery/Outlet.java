package org.rapport.bot.delivery;

import org.rapport.bot.channel.Channel;

/** A channel and how fast it may be written to. */
public record Outlet(Channel channel, Pace pace) {}
