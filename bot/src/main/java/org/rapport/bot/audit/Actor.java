package org.rapport.bot.audit;

/**
 * Who does something, and from where.
 *
 * @param name of a person, an account of the machine, or Rapport itself
 * @param origin the channel, machine or event that it comes from
 */
public record Actor(String name, String origin) {}
