package org.rapport.bot.message;

import java.util.Optional;
import java.util.function.BiFunction;

/**
 * Writes an action as a kind and a value that fit a button of any channel, and reads them back.
 * What comes back may be forged: anything unexpected is empty.
 */
public final class ActionCodec {
  /** The longest question that a button carries, in characters; Slack allows 2,000 for a value. */
  static final int MAX_QUESTION = 300;

  private static final String BETWEEN = "/";

  private ActionCodec() {}

  /** The kind of an action, for routing; lower-case letters and hyphens. */
  public static String kind(Action action) {
    return switch (action) {
      case Action.Ask ask -> "ask";
      case Action.Rate rate -> rate.right() ? "rate-yes" : "rate-no";
      case Action.Open open -> "open";
      case Action.Press press -> "press";
      case Action.ReadAll read -> "read-all";
    };
  }

  /** What the action is about; at most {@value #MAX_QUESTION} characters. */
  public static String value(Action action) {
    return switch (action) {
      case Action.Ask ask -> cut(ask.question());
      case Action.Rate rate -> rate.answer();
      case Action.Open open -> open.form() + BETWEEN + open.about();
      case Action.Press press -> press.button() + BETWEEN + press.about();
      case Action.ReadAll read -> cut(read.title());
    };
  }

  /** The action that a button carried, or empty if this is not one that {@link #kind} wrote. */
  public static Optional<Action> read(String kind, String value) {
    return switch (kind) {
      case "ask" -> words(value).map(Action.Ask::new);
      case "rate-yes" -> rate(value, true);
      case "rate-no" -> rate(value, false);
      case "open" -> reference(value, Action.Open::new);
      case "press" -> reference(value, Action.Press::new);
      case "read-all" -> words(value).map(Action.ReadAll::new);
      default -> Optional.empty();
    };
  }

  private static Optional<String> words(String value) {
    return Optional.of(value).filter(it -> !it.isBlank() && it.length() <= MAX_QUESTION);
  }

  private static Optional<Action> rate(String answer, boolean right) {
    return answer.matches("[0-9a-zA-Z-]{1,40}")
        ? Optional.of(new Action.Rate(answer, right))
        : Optional.empty();
  }

  private static Optional<Action> reference(
      String value, BiFunction<String, String, Action> action) {
    int between = value.indexOf(BETWEEN);
    if (between < 0) {
      return Optional.empty();
    }
    String id = value.substring(0, between);
    String about = value.substring(between + BETWEEN.length());
    return Form.isReference(id, about) ? Optional.of(action.apply(id, about)) : Optional.empty();
  }

  private static String cut(String question) {
    return question.length() <= MAX_QUESTION ? question : question.substring(0, MAX_QUESTION);
  }
}
