package org.rapport.bot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.rapport.bot.channel.Address;
import org.rapport.bot.people.AddressText;

/**
 * What {@code RAPPORT_ADMINS} says.
 *
 * @param admins people of Slack and Teams
 * @param hasMail whether somebody is named by an e-mail address
 * @param wrong the places in the list, from 1, of what names nobody
 */
record AdminList(Set<Address> admins, boolean hasMail, List<Integer> wrong) {
  private static final Pattern MAIL = Pattern.compile("[^\\s@:/]+@[^\\s@:/]+\\.[^\\s@:/]+");

  AdminList {
    admins = Set.copyOf(admins);
    wrong = List.copyOf(wrong);
  }

  /** Reads names with commas between them. */
  static AdminList of(String words) {
    List<String> names =
        Arrays.stream(words.split(",")).map(String::strip).filter(name -> !name.isEmpty()).toList();
    Set<Address> admins = new HashSet<>();
    List<Integer> wrong = new ArrayList<>();
    boolean hasMail = false;
    for (String name : names) {
      Optional<Address> address = AddressText.read(name);
      boolean isMail = MAIL.matcher(name).matches();
      address.ifPresent(admins::add);
      hasMail |= isMail;
      if (address.isEmpty() && !isMail) {
        wrong.add(names.indexOf(name) + 1);
      }
    }
    return new AdminList(admins, hasMail, wrong);
  }
}
