package org.rapport.knowledge.library;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How days become answers, as {@code calendar/answers.yaml} has it.
 *
 * @param owner who keeps the answers right
 * @param reviewBy when they must be looked at again
 * @param from answers name dates from this day on
 * @param dates how many dates an answer names
 * @param sentences by their names
 * @param asked how people ask, for days with some traits
 * @param steps what to do, for days with some traits
 * @param watchOuts what can go wrong, for days with some traits
 * @param months the page of a month
 */
record AnswerWording(
    String owner,
    LocalDate reviewBy,
    LocalDate from,
    int dates,
    Map<String, String> sentences,
    List<Line> asked,
    List<Line> steps,
    List<Line> watchOuts,
    Months months) {

  AnswerWording {
    sentences = Map.copyOf(sentences);
    asked = List.copyOf(asked);
    steps = List.copyOf(steps);
    watchOuts = List.copyOf(watchOuts);
  }

  /**
   * A line for every day that has some traits.
   *
   * @param facts ids of the facts that it rests on
   */
  record Line(Set<String> traits, String say, List<String> facts) {
    Line {
      traits = Set.copyOf(traits);
      facts = List.copyOf(facts);
    }

    boolean suits(Set<String> all) {
      return all.containsAll(traits);
    }
  }

  /** The page of a month: what each of its parts says, with words in braces to be filled. */
  record Months(
      String title,
      List<String> asked,
      String shortAnswer,
      String allMonth,
      String fixed,
      String setEachYear,
      String watchOut,
      List<String> facts) {
    Months {
      asked = List.copyOf(asked);
      facts = List.copyOf(facts);
    }
  }

  /**
   * A sentence with its words in braces filled.
   *
   * @throws IllegalArgumentException if there is none of this name
   */
  String sentence(String name, Map<String, String> words) {
    String sentence = sentences.get(name);
    if (sentence == null) {
      throw new IllegalArgumentException("Expected a sentence named " + name);
    }
    return fill(sentence, words);
  }

  /** A text with its words in braces filled. */
  static String fill(String text, Map<String, String> words) {
    String filled = text;
    for (Map.Entry<String, String> word : words.entrySet()) {
      filled = filled.replace("{" + word.getKey() + "}", word.getValue());
    }
    return filled;
  }
}
