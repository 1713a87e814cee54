package org.rapport.knowledge.library;

import java.util.List;

/**
 * The way of a leader from stage 0 to 5.
 *
 * @param stages all six, in order
 * @param roles what good looks like, one for each position
 */
public record Journey(List<Stage> stages, SelfAssessment selfAssessment, List<Role> roles) {
  public Journey {
    stages = List.copyOf(stages);
    roles = List.copyOf(roles);
  }
}
