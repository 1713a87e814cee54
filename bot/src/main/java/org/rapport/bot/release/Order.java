package org.rapport.bot.release;

import java.util.List;
import org.rapport.bot.audit.Actor;
import org.rapport.knowledge.evaluate.Gate;
import org.rapport.knowledge.evaluate.GoldenQuestion;
import org.rapport.knowledge.index.Edition;

/**
 * A wish to release some content.
 *
 * @param owner an organisation's id, or {@code Knowledge.EVERYBODY}
 * @param golden the questions that it is measured by
 * @param margin what share of them may be lost, 0 to 1
 * @param force whether it goes live whatever is lost, and although nothing changed
 */
public record Order(
    String owner,
    Edition edition,
    Released.Origin origin,
    List<GoldenQuestion> golden,
    double margin,
    boolean force,
    Actor by) {
  public Order {
    golden = List.copyOf(golden);
  }

  /** With the usual margin and no force. */
  public Order(
      String owner,
      Edition edition,
      Released.Origin origin,
      List<GoldenQuestion> golden,
      Actor by) {
    this(owner, edition, origin, golden, Gate.USUAL_MARGIN, false, by);
  }
}
