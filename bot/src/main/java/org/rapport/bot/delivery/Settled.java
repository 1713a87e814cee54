package org.rapport.bot.delivery;

/** A delivery that was claimed, and what came of it. */
record Settled(Delivery delivery, Outcome outcome) {}
