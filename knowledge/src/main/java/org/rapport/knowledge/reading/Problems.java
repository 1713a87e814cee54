package org.rapport.knowledge.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Collects what is wrong while content is read, so that an editor hears of all of it at once. */
public final class Problems {
  /** More than an editor would read; a file of another kind has one in each of a million lines. */
  static final int MOST = 1_000;

  /** In chars; a message quotes what it found, which may be a whole file. */
  static final int LONGEST_MESSAGE = 500;

  private static final Pattern NOT_FOR_ONE_LINE =
      Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}]+");

  private final List<Problem> found = new ArrayList<>();

  /**
   * Adds one.
   *
   * @param line line from 1; 0 for the whole file
   * @param message what was found and what was expected
   */
  public void add(String file, int line, String message) {
    if (found.size() < MOST) {
      found.add(new Problem(file, line, oneLine(message)));
    } else if (found.size() == MOST) {
      found.add(new Problem(file, 0, "And more, which are told once these are mended"));
    }
  }

  /** Adds all that were found elsewhere. */
  public void addAll(Problems others) {
    others.found.forEach(each -> add(each.file(), each.line(), each.message()));
  }

  /** A message as one line of a bearable length, whatever it quotes. */
  private static String oneLine(String message) {
    String cut =
        message.length() > LONGEST_MESSAGE
            ? message.substring(0, LONGEST_MESSAGE) + "..."
            : message;
    return NOT_FOR_ONE_LINE.matcher(cut).replaceAll(" ");
  }

  /** Whether nothing is wrong so far. */
  public boolean none() {
    return found.isEmpty();
  }

  /** What is wrong so far, in the order it was found. */
  public List<Problem> all() {
    return List.copyOf(found);
  }
}
