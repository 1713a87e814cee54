package org.rapport.knowledge.library;

/** What nudges are made of, read and checked. */
public record Library(AwarenessCalendar calendar) {
  /** A library with nothing in it. */
  public static final Library EMPTY = new Library(AwarenessCalendar.EMPTY);
}
