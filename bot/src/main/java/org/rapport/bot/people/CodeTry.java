package org.rapport.bot.people;

import java.time.Instant;
import org.rapport.bot.channel.Address;

/** What came of trying a one-time code. */
sealed interface CodeTry {

  /** It is right, and used up. */
  record Right(String madeBy, Address madeAt) implements CodeTry {}

  /** There is no such code, or no longer. */
  record Wrong(int triesLeft) implements CodeTry {}

  /** Too many were wrong; nothing was looked up. */
  record Locked(Instant until) implements CodeTry {}
}
