package org.rapport.knowledge.library;

import java.util.List;

/**
 * The questions that place a person on the journey.
 *
 * @param about what to say before them
 * @param places which score means which stage; they cover all scores
 * @param holdAt the highest stage of somebody with a held question at 0
 * @param held what is said then, with {@code {questions}}
 * @param guidance id of the section that says more
 * @param facts ids of the facts that it rests on
 */
public record SelfAssessment(
    String about,
    List<Ask> questions,
    List<Place> places,
    int holdAt,
    String held,
    String guidance,
    List<String> facts) {

  public SelfAssessment {
    questions = List.copyOf(questions);
    places = List.copyOf(places);
    facts = List.copyOf(facts);
  }

  /**
   * One question.
   *
   * @param answers three, which score 0, 1 and 2
   * @param holds whether 0 keeps a person from later stages
   * @param guidance id of the section that helps
   * @param facts ids of the facts that it rests on
   */
  public record Ask(
      String id,
      String ask,
      List<String> answers,
      boolean holds,
      String guidance,
      List<String> facts) {
    public Ask {
      answers = List.copyOf(answers);
      facts = List.copyOf(facts);
    }
  }

  /** The scores that mean a stage, from {@code from} to {@code to}. */
  public record Place(int stage, int from, int to) {}
}
