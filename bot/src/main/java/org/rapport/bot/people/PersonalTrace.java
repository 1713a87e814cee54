package org.rapport.bot.people;

import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * What a feature keeps by the id of a person, so that they can see it, leave it, and take it along
 * when their Slack and their Teams become one person. Every call works in the caller's transaction.
 */
public interface PersonalTrace {

  /** What is held about a person, a line each for them to read. */
  List<String> of(Handle handle, Person person);

  /**
   * Erases what is held about a person, or puts a key in their place.
   *
   * @param key says nothing of who it was
   */
  void forget(Handle handle, Person person, String key);

  /** Makes all of one person another's, of the same organisation. */
  void unite(Handle handle, Person kept, Person gone);
}
