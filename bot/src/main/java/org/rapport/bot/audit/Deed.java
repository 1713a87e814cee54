package org.rapport.bot.audit;

/**
 * Something that was done, or refused.
 *
 * @param organisation whose matter it is; empty for everybody's
 * @param action a verb, such as {@code reindex}
 * @param subject what it was done to
 * @param result what came of it
 * @param detail a line for whoever reads it later; never what a person asked or wrote
 */
public record Deed(
    String organisation, String action, String subject, Result result, String detail) {
  /** What came of it. */
  public enum Result {
    DONE,
    REFUSED
  }
}
