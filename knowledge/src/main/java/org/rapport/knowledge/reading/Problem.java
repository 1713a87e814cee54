package org.rapport.knowledge.reading;

/**
 * Something wrong in the content, told so that an editor can mend it.
 *
 * @param file path inside the content folder
 * @param line line from 1; 0 for the whole file
 * @param message what was found and what was expected
 */
public record Problem(String file, int line, String message) {
  @Override
  public String toString() {
    return file + (line > 0 ? ":" + line : "") + ": " + message;
  }
}
