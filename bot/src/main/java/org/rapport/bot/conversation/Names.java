package org.rapport.bot.conversation;

import java.util.Optional;
import org.rapport.bot.channel.Address;

/** Tells what people are called, as far as their channel says it. */
@FunctionalInterface
public interface Names {

  /**
   * Their name; empty where it is not known. May ask the channel, for a bounded time; never throws
   * for anything that it does.
   */
  Optional<String> of(Address who);
}
