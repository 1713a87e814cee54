package org.rapport.knowledge.ask;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text in which a second question starts.
 *
 * @param first what stands before it
 * @param second the rest, without what joins the two
 */
record TwoQuestions(String first, String second) {
  /** More places than this where a question starts are no two questions. */
  private static final int MOST_PLACES = 3;

  private static final int FEWEST_WORDS = 3;

  private static final String START =
      "(?:how|what|what's|whats|who|who's|whos|whom|whose|when|where|why|which|can|could|should"
          + "|shall|do|does|did|is|isn't|are|am|will|would|may|must|any)\\b";

  private static final Pattern JOINT =
      Pattern.compile(
          "(?:[,;.?!]*\\s+[-\u2013\u2014]+\\s+|[,;.?!]+\\s+|\\s+)(?:(?:and|also|plus|&|or)\\s+)*(?="
              + START
              + ")",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern JOINING =
      Pattern.compile("[-,;.?!\u2013\u2014&]|and|also|plus", Pattern.CASE_INSENSITIVE);

  /** Joins whatever stands before it, a question or not. */
  private static final Pattern FURTHER =
      Pattern.compile("[.?!;]\\s+(?:and |also|plus)", Pattern.CASE_INSENSITIVE);

  private static final Pattern ASKS =
      Pattern.compile(
          "(?:^|[,;.?!\u2013\u2014]\\s*|\\s-+\\s|\\b(?:and|but|so)\\s+)(?:\\S+\\s+)?" + START,
          Pattern.CASE_INSENSITIVE);

  /** Every way to part a text in two questions, the first joint first; none if it is one. */
  static List<TwoQuestions> in(String text) {
    List<TwoQuestions> ways = new ArrayList<>();
    Matcher joint = JOINT.matcher(text);
    while (joint.find()) {
      String first = text.substring(0, joint.start());
      if (JOINING.matcher(joint.group()).find()
          && words(first) >= FEWEST_WORDS
          && words(text.substring(joint.end())) >= FEWEST_WORDS
          && (ASKS.matcher(first).find() || FURTHER.matcher(joint.group()).find())) {
        ways.add(new TwoQuestions(first, text.substring(joint.end())));
      }
    }
    return ways.size() > MOST_PLACES ? List.of() : ways;
  }

  private static int words(String text) {
    return text.strip().split("\\s+").length;
  }
}
