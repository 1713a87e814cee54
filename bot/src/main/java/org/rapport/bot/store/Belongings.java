package org.rapport.bot.store;

import org.jdbi.v3.core.Handle;

/** What a feature keeps by organisation, so that it moves when one organisation joins another. */
public interface Belongings {

  /** Whether both have something that cannot be one. */
  default boolean clash(Handle handle, String from, String into) {
    return false;
  }

  /**
   * Makes all of it another organisation's, in the transaction of the caller.
   *
   * @param from id of the organisation that it belongs to
   * @param into id of the organisation that it will belong to
   */
  void move(Handle handle, String from, String into);
}
