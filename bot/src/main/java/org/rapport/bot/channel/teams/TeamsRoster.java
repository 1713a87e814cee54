package org.rapport.bot.channel.teams;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.rapport.bot.channel.Address;
import org.rapport.bot.channel.Listing;
import org.rapport.bot.channel.Listing.Outsider;
import org.rapport.bot.channel.Listing.Why;
import org.rapport.bot.people.AddressText;

/** Tells the members of a tenant in a roster of Teams from everybody else who is in it. */
final class TeamsRoster {
  /** An id of Microsoft's directory; what only a chat knows has a colon in it. */
  private static final Pattern DIRECTORY_ID = Pattern.compile("[A-Za-z0-9-]{1,100}");

  private static final int LONGEST_ID = 200;

  private final String tenant;
  private final Set<Address> members = new LinkedHashSet<>();
  private final List<Outsider> outsiders = new ArrayList<>();

  TeamsRoster(String tenant) {
    this.tenant = tenant;
  }

  /** Adds some; those without any id are nobody. */
  void add(List<JsonNode> accounts) {
    accounts.forEach(account -> id(account).ifPresent(id -> add(account, id)));
  }

  int size() {
    return members.size() + outsiders.size();
  }

  Listing listing(String name) {
    return new Listing.Listed(name, members, outsiders, false);
  }

  private void add(JsonNode account, String id) {
    Address address = AddressText.inOneCase(new Address(Address.Kind.TEAMS, tenant, id));
    Optional<Why> outside = outside(account, id);
    if (outside.isPresent()) {
      outsiders.add(new Outsider(address, outside.get()));
    } else {
      members.add(address);
    }
  }

  /** Why somebody is no member; a guest can be of the tenant, as far as its directory goes. */
  private Optional<Why> outside(JsonNode account, String id) {
    String role = property(account, "userRole").toLowerCase(Locale.ROOT);
    String name = property(account, "userPrincipalName").toUpperCase(Locale.ROOT);
    String home = property(account, "tenantId");
    if (property(account, "id").startsWith("28:")) {
      return Optional.of(Why.BOT);
    }
    if (role.equals("guest") || name.contains("#EXT#")) {
      return Optional.of(Why.GUEST);
    }
    if (role.equals("anonymous") || (!home.isEmpty() && !home.equalsIgnoreCase(tenant))) {
      return Optional.of(Why.STRANGER);
    }
    return home.isEmpty() || !DIRECTORY_ID.matcher(id).matches()
        ? Optional.of(Why.UNKNOWN)
        : Optional.empty();
  }

  /** The directory's id, which Teams gives under either name, or else that of the chat. */
  private static Optional<String> id(JsonNode account) {
    return Stream.of("aadObjectId", "objectId", "id")
        .map(name -> property(account, name))
        .filter(id -> !id.isBlank() && id.length() <= LONGEST_ID)
        .findFirst();
  }

  private static String property(JsonNode account, String name) {
    return account.path(name).asText("");
  }
}
