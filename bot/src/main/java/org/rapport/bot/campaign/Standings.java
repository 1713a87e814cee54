package org.rapport.bot.campaign;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.rapport.bot.channel.Address;
import org.rapport.bot.channel.Listing;
import org.rapport.bot.channel.Listing.Outsider;
import org.rapport.bot.channel.Listing.Why;
import org.rapport.bot.delivery.AddressEnds;
import org.rapport.bot.store.StoreAway;

/**
 * Keeps what channels say of people who are enrolled and must get nothing: guests, and those whose
 * account is deactivated. A campaign's pre-flight and plan then leave them out with that reason.
 */
public final class Standings {
  private static final List<String> KEPT = List.of(Why.GUEST.code(), Why.LEFT.code());
  private static final int CHUNK = 250;

  private final AddressEnds ends;

  public Standings(AddressEnds ends) {
    this.ends = ends;
  }

  /**
   * Keeps it; who is a member again gets nudges again.
   *
   * @param listed what a channel said when it was asked about each of them
   * @throws StoreAway while the database is away
   */
  void keep(String organisation, Listing.Listed listed) {
    Map<Why, List<Address>> outside = new EnumMap<>(Why.class);
    for (Outsider each : listed.outsiders()) {
      outside.computeIfAbsent(each.why(), _ -> new ArrayList<>()).add(each.address());
    }
    outside.forEach((why, addresses) -> {
      if (KEPT.contains(why.code())) {
        inChunks(addresses, some -> ends.end(organisation, some, why.code()));
      }
    });
    inChunks(listed.members(), some -> ends.reopen(organisation, some, KEPT));
  }

  private static void inChunks(Collection<Address> all, Consumer<List<Address>> work) {
    List<Address> list = List.copyOf(all);
    for (int from = 0; from < list.size(); from += CHUNK) {
      work.accept(list.subList(from, Math.min(from + CHUNK, list.size())));
    }
  }
}
