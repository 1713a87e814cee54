package org.rapport.bot.people;

/** What came of enrolling somebody. */
public enum Enrolling {
  ADDED,
  /** They were enrolled before; what is said of them now is kept. */
  CHANGED,
  /** They asked to be forgotten. */
  FORGOTTEN,
  /** Their workspace belongs to another organisation, or to none that Rapport knows. */
  NOT_OF_ORGANISATION
}
