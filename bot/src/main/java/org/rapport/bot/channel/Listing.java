package org.rapport.bot.channel;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** What a channel says of who is in a circle. */
public sealed interface Listing {

  /**
   * Everybody in it.
   *
   * @param name what people call it; its id where the channel gives no name
   * @param members who belong to the organisation, as far as the channel says
   * @param outsiders who are in it and cannot be written to
   * @param anyWorkspace whether ids of people hold across the workspaces of a Grid
   */
  record Listed(String name, Set<Address> members, List<Outsider> outsiders, boolean anyWorkspace)
      implements Listing {
    public Listed {
      members = Set.copyOf(members);
      outsiders = List.copyOf(outsiders);
    }

    /** The same of some people only. */
    public Listed among(Set<Address> some) {
      return new Listed(
          name,
          members.stream().filter(some::contains).collect(Collectors.toSet()),
          outsiders.stream().filter(each -> some.contains(each.address())).toList(),
          anyWorkspace);
    }
  }

  /**
   * The channel does not say.
   *
   * @param reason a short code
   */
  record Unlisted(String reason) implements Listing {}

  /** Somebody who gets no nudge there. */
  record Outsider(Address address, Why why) {}

  /** Why somebody gets none. */
  enum Why {
    /** They were let into some places only. */
    GUEST,
    BOT,
    /** Their account is deactivated. */
    LEFT,
    /** They are of another organisation. */
    STRANGER,
    /** The channel does not say who they are. */
    UNKNOWN;

    /** The name in reports and in what is kept. */
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
