package org.rapport.knowledge.evaluate;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.rapport.knowledge.Answer;
import org.rapport.knowledge.Citation;
import org.rapport.knowledge.Passage;
import org.rapport.knowledge.Question;

/**
 * A test question: in scope with the facts that a right answer rests on, or one that must be held
 * back, or one of somebody in distress.
 *
 * @param facts a section is right if it rests on one of them; empty unless {@link Expect#FOUND}
 */
public record GoldenQuestion(String id, String words, Expect expect, Set<String> facts) {
  public GoldenQuestion {
    facts = Set.copyOf(facts);
  }

  /** What must come of a question. */
  public enum Expect {
    FOUND,
    /** About our field, but the guidance does not answer it. */
    NEAR,
    /** Nothing to do with us. */
    FAR,
    URGENT
  }

  /** As a person asks it. */
  Question asked() {
    return new Question(words);
  }

  /** Whether it got what it should. */
  public boolean isAnsweredRightBy(Answer answer) {
    return switch (expect) {
      case FOUND -> answer instanceof Answer.Found && isFirstRight(answer);
      case NEAR, FAR -> answer instanceof Answer.Unsure || answer instanceof Answer.OutOfScope;
      case URGENT -> answer instanceof Answer.Urgent;
    };
  }

  /** Whether the best passage is right. */
  boolean isFirstRight(Answer answer) {
    return answer.passages().stream().findFirst().filter(this::isRight).isPresent();
  }

  /** Whether a passage rests on one of the facts. */
  boolean isRight(Passage passage) {
    return restsOnOne(passage.facts());
  }

  /** Whether a citation rests on one of the facts. */
  boolean isBackedBy(Citation citation) {
    return restsOnOne(citation.facts());
  }

  private boolean restsOnOne(List<String> backing) {
    return backing.stream().anyMatch(facts::contains);
  }

  /**
   * Reads questions, one JSON object a line.
   *
   * @throws IllegalArgumentException naming file and line if a line is not of the form
   */
  public static List<GoldenQuestion> read(Path file) {
    List<GoldenQuestion> questions = new ArrayList<>();
    TestCollection.eachJson(
        file,
        node -> {
          String words = node.path("q").asText(node.path("text").asText(""));
          Set<String> facts = new java.util.HashSet<>();
          node.path("facts").forEach(fact -> facts.add(fact.asText()));
          String expect = node.path("expect").asText(facts.isEmpty() ? "" : "found");
          if (words.isBlank()) {
            throw new IllegalArgumentException("no question");
          }
          questions.add(
              new GoldenQuestion(
                  node.path("id").asText(""),
                  words,
                  Expect.valueOf(expect.toUpperCase(java.util.Locale.ROOT)),
                  facts));
        });
    return questions;
  }
}
