package org.rapport.knowledge.library;

import java.util.List;

/**
 * One of the six stages of the journey.
 *
 * @param number 0 to 5
 * @param inShort what it is like
 * @param goodLooksLike what somebody who stands there can say
 * @param next the way to the next stage
 * @param plan what to do, week by week
 * @param checks one thing to check each; they suit later stages too
 * @param facts ids of the facts that it rests on
 */
public record Stage(
    int number,
    String id,
    String name,
    String inShort,
    List<Sign> goodLooksLike,
    String next,
    List<Task> plan,
    List<SmallCheck> checks,
    List<String> facts) {

  public Stage {
    goodLooksLike = List.copyOf(goodLooksLike);
    plan = List.copyOf(plan);
    checks = List.copyOf(checks);
    facts = List.copyOf(facts);
  }

  /**
   * A sign that somebody stands there.
   *
   * @param facts ids of the facts that it rests on
   */
  public record Sign(String what, List<String> facts) {
    public Sign {
      facts = List.copyOf(facts);
    }
  }

  /**
   * What to do in a week.
   *
   * @param week from 1
   * @param minutes how long it takes
   * @param guidance id of the section that helps
   * @param facts ids of the facts that it rests on
   */
  public record Task(int week, String action, int minutes, String guidance, List<String> facts) {
    public Task {
      facts = List.copyOf(facts);
    }
  }

  /**
   * One thing to check.
   *
   * @param id unique among the checks of all stages
   * @param minutes how long it takes
   * @param guidance id of the section that helps
   * @param facts ids of the facts that it rests on
   */
  public record SmallCheck(
      String id, String check, int minutes, String guidance, List<String> facts) {
    public SmallCheck {
      facts = List.copyOf(facts);
    }
  }
}
