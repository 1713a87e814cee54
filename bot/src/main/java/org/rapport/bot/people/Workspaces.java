package org.rapport.bot.people;

import java.util.List;
import org.rapport.bot.channel.Address;
import org.rapport.bot.store.Store;
import org.rapport.bot.store.StoreAway;

/** Which workspaces and tenants are an organisation's; unlike {@link People}, makes none. */
public final class Workspaces {
  private final Store store;

  public Workspaces(Store store) {
    this.store = store;
  }

  /** A workspace and whose it is. */
  public record Owned(String organisation, String workspace) {}

  /**
   * All workspaces of a channel in which somebody is enrolled for nudges.
   *
   * @throws StoreAway while the database is away
   */
  public List<Owned> withEnrolled(Address.Kind channel) {
    return store.read(handle ->
        handle
            .select(
                "select organisation_id, workspace from workspace w where w.channel = ?"
                    + " and exists (select 1 from address a"
                    + " join enrolment e on e.person_id = a.person_id"
                    + " where a.channel = w.channel and a.workspace = w.workspace)"
                    + " order by organisation_id, workspace",
                channel.id())
            .map((row, context) ->
                new Owned(row.getString("organisation_id"), row.getString("workspace")))
            .list());
  }

  /**
   * The ids of an organisation's workspaces in Slack, or tenants of Teams.
   *
   * @throws StoreAway while the database is away
   */
  public List<String> of(String organisation, Address.Kind channel) {
    return store.read(handle ->
        handle
            .select(
                "select workspace from workspace where organisation_id = ? and channel = ?"
                    + " order by workspace",
                organisation,
                channel.id())
            .mapTo(String.class)
            .list());
  }
}
