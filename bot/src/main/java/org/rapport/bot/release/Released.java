package org.rapport.bot.release;

import java.time.Instant;

/**
 * A generation that is kept and can be live again.
 *
 * @param number within what belongs to its owner
 * @param digest tells the state of the content
 * @param sections how many it has
 * @param origin where its content came from
 * @param by who built it
 * @param at when
 * @param isLive whether it is the one that answers
 */
public record Released(
    int number, String digest, int sections, Origin origin, String by, Instant at, boolean isLive) {
  /** Where content came from. */
  public enum Origin {
    /** It came with Rapport. */
    SHIPPED,
    /** A folder of the operator's. */
    FOLDER,
    /** Files that an organisation gave. */
    UPLOAD
  }
}
