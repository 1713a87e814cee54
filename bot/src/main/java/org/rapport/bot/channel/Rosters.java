package org.rapport.bot.channel;

import java.time.Duration;

/** Says who is in the groups that channels keep. */
public interface Rosters {

  /**
   * Asks the channel who is in a circle; never throws for anything that the channel does.
   *
   * @param within how long it may take, about; pauses that the channel asks for are part of it
   */
  Listing list(Circle circle, Duration within);
}
