package org.rapport.knowledge.library;

/** What a day is about, which decides how to prepare for it. */
public enum Subject {
  /** A profession or team, to thank or to show. */
  STAFF,
  /** A condition, a check or a treatment. */
  HEALTH,
  EQUALITY,
  FAITH,
  REMEMBRANCE,
  /** The health of staff, and how they work. */
  WELLBEING,
  /** People outside: volunteers, carers, the young, neighbours. */
  COMMUNITY,
  /** Public life, such as an election. */
  CIVIC
}
