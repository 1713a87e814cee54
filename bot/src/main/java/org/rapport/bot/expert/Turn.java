package org.rapport.bot.expert;

import java.util.List;
import org.rapport.bot.channel.Address;

/** What came of doing something with a question. */
public sealed interface Turn {

  /** It is done; the question is as it is now. */
  record Done(ExpertQuestion question) implements Turn {}

  /** Its state does not allow that, or another person has claimed it; nothing was done. */
  record Passed(ExpertQuestion question) implements Turn {}

  /** There is no such question that they may see. */
  record Gone() implements Turn {}

  /**
   * They may not answer as an expert.
   *
   * @param admins who can grant it; empty if nobody can
   */
  record NotAllowed(List<Address> admins) implements Turn {
    public NotAllowed {
      admins = List.copyOf(admins);
    }
  }
}
