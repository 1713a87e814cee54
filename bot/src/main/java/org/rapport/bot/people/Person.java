package org.rapport.bot.people;

import java.util.List;
import org.rapport.bot.channel.Address;

/**
 * One human of an organisation.
 *
 * @param id random, and gone when they are forgotten
 * @param organisation the id of theirs
 * @param addresses where they can be written to, one or more
 */
public record Person(String id, String organisation, List<Address> addresses) {
  public Person {
    addresses = List.copyOf(addresses);
  }

  /** Where they can be written to in a kind of channel. */
  public List<Address> in(Address.Kind channel) {
    return addresses.stream().filter(at -> at.channel() == channel).toList();
  }
}
