package org.rapport.bot.cli;

/**
 * What the doctor found out about one thing.
 *
 * @param line what is right, or what is wrong and how to mend it
 */
record Finding(boolean right, String line) {
  static Finding right(String line) {
    return new Finding(true, line);
  }

  static Finding wrong(String line) {
    return new Finding(false, line);
  }
}
