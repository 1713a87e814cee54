package org.rapport.bot.release;

import java.util.Optional;
import org.rapport.knowledge.Difference;
import org.rapport.knowledge.evaluate.Gate;

/** What came of a wish to release some content. */
public sealed interface Release {

  /** It is what is live already. */
  record Unchanged(int number, int sections) implements Release {}

  /**
   * What would come of it; nothing was done.
   *
   * @param gate empty if nothing is live yet
   * @param passes whether it would go live
   */
  record Rehearsed(int sections, Difference difference, Optional<Gate> gate, boolean passes)
      implements Release {}

  /**
   * Too many golden questions would be lost; what was live stays.
   *
   * @param live number of the generation that stays live
   * @param margin what may be lost, 0 to 1
   */
  record Refused(int live, Difference difference, Gate gate, double margin) implements Release {}

  /**
   * It is live.
   *
   * @param embedded how many sections and boundaries had to be embedded
   * @param gate empty if nothing was live before
   */
  record Live(int number, int sections, int embedded, Difference difference, Optional<Gate> gate)
      implements Release {}
}
