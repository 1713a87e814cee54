package org.rapport.bot.people;

import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.rapport.bot.channel.Address;

/** An address in one line, as settings, commands, the audit trail and tables have it. */
public final class AddressText {
  /** What to write, for saying what was expected. */
  public static final String EXPECTED = "slack:TEAM/USER or teams:TENANT/AADID";

  private static final Pattern SLACK = Pattern.compile("slack:([TE][A-Z0-9]+)/([UW][A-Z0-9]+)");

  /** The id in the directory, for the id in a chat starts with {@code 29:}. */
  private static final Pattern TEAMS = Pattern.compile("teams:([A-Za-z0-9-]+)/([A-Za-z0-9-]+)");

  private static final int LONGEST = 320;

  /** By channel, workspace and user. */
  public static final Comparator<Address> ORDER = Comparator.comparing(AddressText::of);

  private AddressText() {}

  /** {@code slack:TEAM/USER} and the like. */
  public static String of(Address address) {
    return address.channel().id() + ":" + address.workspace() + "/" + address.user();
  }

  /** The address that somebody wrote; empty if it is not {@link #EXPECTED}. */
  public static Optional<Address> read(String words) {
    if (words.length() > LONGEST) {
      return Optional.empty();
    }
    Matcher slack = SLACK.matcher(words);
    if (slack.matches()) {
      return Optional.of(new Address(Address.Kind.SLACK, slack.group(1), slack.group(2)));
    }
    Matcher teams = TEAMS.matcher(words);
    return teams.matches()
        ? Optional.of(inOneCase(new Address(Address.Kind.TEAMS, teams.group(1), teams.group(2))))
        : Optional.empty();
  }

  /** What {@link #of} wrote. */
  static Address kept(String written) {
    int channel = written.indexOf(':');
    int user = written.indexOf('/', channel);
    return new Address(
        Address.Kind.valueOf(written.substring(0, channel).toUpperCase(Locale.ROOT)),
        written.substring(channel + 1, user),
        written.substring(user + 1));
  }

  /**
   * The one spelling of an address: ids of Microsoft's directory are the same in any case, unlike
   * those of Slack and those that only a chat of Teams knows.
   */
  public static Address inOneCase(Address address) {
    return switch (address.channel()) {
      case TEAMS ->
          new Address(
              address.channel(),
              address.workspace().toLowerCase(Locale.ROOT),
              address.user().contains(":")
                  ? address.user()
                  : address.user().toLowerCase(Locale.ROOT));
      case SLACK, WEB, TERMINAL -> address;
    };
  }
}
