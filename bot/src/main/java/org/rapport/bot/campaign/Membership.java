package org.rapport.bot.campaign;

import java.util.HashSet;
import java.util.Set;
import org.rapport.bot.channel.Address;
import org.rapport.bot.people.Person;

/**
 * Who is in the channels that a campaign is for, and in those that it is not for, as they were read
 * a moment ago.
 *
 * @param asked whether it is for channels at all; if not, it is for people in any
 */
record Membership(boolean asked, Members in, Members out) {
  /** Of a campaign whose audience names no channel. */
  static final Membership UNASKED = new Membership(false, new Members(), new Members());

  /** Whether somebody is in one of the wanted channels, and in none of the others. */
  boolean includes(Person person) {
    return (!asked || in.hasAnyOf(person)) && !out.hasAnyOf(person);
  }

  /** The people of some channels. */
  static final class Members {
    private final Set<Address> here = new HashSet<>();
    private final Set<Address> anywhere = new HashSet<>();

    /**
     * @param anyWorkspace whether the same id means the same person in any workspace
     */
    void add(Set<Address> members, boolean anyWorkspace) {
      here.addAll(members);
      if (anyWorkspace) {
        members.forEach(each -> anywhere.add(inAny(each)));
      }
    }

    private boolean hasAnyOf(Person person) {
      return person.addresses().stream()
          .anyMatch(each -> here.contains(each) || anywhere.contains(inAny(each)));
    }

    private static Address inAny(Address address) {
      return new Address(address.channel(), "*", address.user());
    }
  }
}
