package org.rapport.knowledge.content;

import java.util.List;

/**
 * A kind of question that gets set words instead of guidance.
 *
 * @param reason such as {@code clinical}; {@code urgent} for distress or danger
 * @param say one or two kind lines
 * @param goTo where to go instead
 * @param facts ids of the facts that it rests on
 * @param examples ways people ask
 * @param lookAlikes questions that sound alike but are for the guidance
 */
public record Boundary(
    String reason,
    String say,
    List<String> goTo,
    List<String> facts,
    List<String> examples,
    List<String> lookAlikes) {

  /** The reason for distress or danger. */
  public static final String URGENT = "urgent";

  /** The reason for what is about our field, but in no guidance. */
  public static final String NOT_COVERED = "not-covered";

  public Boundary {
    goTo = List.copyOf(goTo);
    facts = List.copyOf(facts);
    examples = List.copyOf(examples);
    lookAlikes = List.copyOf(lookAlikes);
  }

  /** Whether it is about a person in distress or danger. */
  public boolean meansDistress() {
    return reason.equals(URGENT);
  }
}
