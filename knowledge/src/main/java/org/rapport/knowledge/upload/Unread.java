package org.rapport.knowledge.upload;

/**
 * Something in a file that could not be read.
 *
 * @param where its place
 * @param reason what it is and why, without a full stop, such as {@code a picture without a
 *     description}
 */
public record Unread(Place where, String reason) {
  @Override
  public String toString() {
    return where + ": " + reason;
  }
}
