package org.rapport.bot.audit;

import java.util.List;
import org.jdbi.v3.core.Handle;

/** What a feature keeps with the name of who did it, so that the person can see and leave it. */
public interface Signed {

  /**
   * What names a person, a line each for them to read.
   *
   * @param address theirs in one line, as {@code slack:TEAM/USER}
   */
  List<String> by(Handle handle, String organisation, Actor person, String address);

  /**
   * Puts a key in the place of a person, in the transaction of the caller.
   *
   * @param address theirs in one line
   * @param key says nothing of who it was
   */
  void disguise(Handle handle, String organisation, Actor person, String address, String key);
}
