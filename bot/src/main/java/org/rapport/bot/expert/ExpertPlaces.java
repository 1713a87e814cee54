package org.rapport.bot.expert;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.rapport.bot.audit.Actor;
import org.rapport.bot.audit.Audit;
import org.rapport.bot.audit.Deed;
import org.rapport.bot.channel.Address;
import org.rapport.bot.channel.Place;
import org.rapport.bot.people.Role;
import org.rapport.bot.people.RoleHolder;
import org.rapport.bot.people.Roles;
import org.rapport.bot.store.Store;
import org.rapport.bot.store.StoreAway;

/** Where an organisation's experts are asked: in one channel, or each in their own chat. */
public final class ExpertPlaces {
  private static final int MOST_CHATS = 20;
  private static final Set<Address.Kind> CHATS = EnumSet.of(Address.Kind.SLACK, Address.Kind.TEAMS);

  private final Store store;
  private final Roles roles;
  private final Audit audit;

  public ExpertPlaces(Store store, Roles roles, Audit audit) {
    this.store = store;
    this.roles = roles;
    this.audit = audit;
  }

  /**
   * Has all questions of an organisation asked in a channel from now on; noted in the audit trail.
   *
   * @param now in milliseconds since 1970
   * @throws StoreAway while the database is away
   */
  public void put(String organisation, Place channel, long now, Actor by) {
    store.run(handle -> {
      handle.execute(
          "insert into expert_channel (organisation_id, channel, workspace, place, since)"
              + " values (?, ?, ?, ?, ?) on conflict (organisation_id) do update"
              + " set channel = excluded.channel, workspace = excluded.workspace,"
              + " place = excluded.place, since = excluded.since",
          organisation,
          channel.channel().id(),
          channel.workspace(),
          channel.id(),
          now);
      note(handle, organisation, "experts here", by);
    });
  }

  /**
   * Has experts asked in their own chats from now on; noted in the audit trail.
   *
   * @return whether there was a channel
   * @throws StoreAway while the database is away
   */
  public boolean clear(String organisation, Actor by) {
    return store.write(handle -> {
      int had =
          handle.execute("delete from expert_channel where organisation_id = ?", organisation);
      note(handle, organisation, "experts off", by);
      return had == 1;
    });
  }

  private void note(Handle handle, String organisation, String action, Actor by) {
    audit.note(handle, by, new Deed(organisation, action, "experts", Deed.Result.DONE, ""));
  }

  /**
   * The organisation's channel; otherwise the chats of its comms leads; otherwise those of its
   * admins. Empty if there is nobody.
   *
   * @throws StoreAway while the database is away
   */
  public List<Place> of(String organisation) {
    return channel(organisation).map(List::of).orElseGet(() -> chats(organisation));
  }

  /** The organisation's channel, if it has one. */
  public Optional<Place> channel(String organisation) {
    return store.read(handle ->
        handle
            .select(
                "select channel, workspace, place from expert_channel where organisation_id = ?",
                organisation)
            .map((row, context) ->
                Place.conversation(
                    Address.Kind.valueOf(row.getString("channel").toUpperCase(Locale.ROOT)),
                    row.getString("workspace"),
                    row.getString("place")))
            .findOne());
  }

  /** The chats of an organisation's comms leads; without one, those of its admins. */
  List<Place> chats(String organisation) {
    List<RoleHolder> holders = roles.holders(organisation);
    List<Place> leads = chats(holders, Role.COMMS_LEAD);
    return leads.isEmpty() ? chats(holders, Role.ADMIN) : leads;
  }

  private static List<Place> chats(List<RoleHolder> holders, Role role) {
    return holders.stream()
        .filter(holder -> holder.role() == role)
        .flatMap(holder ->
            holder.addresses().stream()
                .filter(at -> CHATS.contains(at.channel()))
                .min(Comparator.comparing(Address::channel))
                .stream())
        .map(Place::chatOf)
        .limit(MOST_CHATS)
        .toList();
  }
}
