package org.rapport.bot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.rapport.bot.channel.Address;

/**
 * What {@code RAPPORT_ADMINS} says.
 *
 * @param admins people of Slack and Teams
 * @param hasMail whether somebody is named by an e-mail address
 * @param wrong the places in the list, from 1, of what names nobody
 */
record AdminList(Set<Address> admins, boolean hasMail, List<Integer> wrong) {
  private static final Pattern SLACK = Pattern.compile("slack:([TE][A-Z0-9]+)/([UW][A-Z0-9]+)");

  /** The id in the directory, for the id in a chat starts with {@code 29:}. */
  private static final Pattern TEAMS = Pattern.compile("teams:([A-Za-z0-9-]+)/([A-Za-z0-9-]+)");

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
      Optional<Address> address = address(name);
      boolean isMail = MAIL.matcher(name).matches();
      address.ifPresent(admins::add);
      hasMail |= isMail;
      if (address.isEmpty() && !isMail) {
        wrong.add(names.indexOf(name) + 1);
      }
    }
    return new AdminList(admins, hasMail, wrong);
  }

  private static Optional<Address> address(String name) {
    Matcher slack = SLACK.matcher(name);
    if (slack.matches()) {
      return Optional.of(new Address(Address.Kind.SLACK, slack.group(1), slack.group(2)));
    }
    Matcher teams = TEAMS.matcher(name);
    return teams.matches()
        ? Optional.of(new Address(Address.Kind.TEAMS, teams.group(1), teams.group(2)))
        : Optional.empty();
  }
}
