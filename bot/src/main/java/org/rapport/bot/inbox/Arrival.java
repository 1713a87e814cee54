package org.rapport.bot.inbox;

import java.util.List;
import org.rapport.bot.channel.Address;

/**
 * Something that came in and is answered after its acknowledgement.
 *
 * @param names all names of the event, by which it is recognised when it is delivered again
 * @param kept what its channel needs to answer it after a restart: masked words, and where the
 *     reply goes
 */
public record Arrival(Address.Kind channel, List<String> names, String kept) {
  public Arrival {
    names = List.copyOf(names);
  }
}
