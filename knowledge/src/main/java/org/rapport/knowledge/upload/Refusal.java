package org.rapport.knowledge.upload;

/** Ends the reading of a file; {@link DocumentReader} turns it into {@link Reading.Refused}. */
final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * @param line what follows the file's name, such as {@code is empty: send it again}
   */
  Refusal(String line) {
    super(line, null, false, false);
  }

  static Refusal damaged(String kind) {
    return new Refusal(
        "is damaged or cut short: expected a whole " + kind + "; save it again and send that");
  }

  String line() {
    return String.valueOf(getMessage());
  }
}
