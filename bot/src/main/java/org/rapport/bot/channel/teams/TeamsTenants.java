package org.rapport.bot.channel.teams;

import java.util.Locale;
import org.rapport.bot.store.Store;
import org.rapport.bot.store.StoreAway;

/** Which tenants have Rapport in any of their conversations; asks Teams nothing. */
public final class TeamsTenants {
  private final Store store;

  public TeamsTenants(Store store) {
    this.store = store;
  }

  /**
   * Whether people of a tenant can be written to unasked.
   *
   * @throws StoreAway while the database is away
   */
  public boolean include(String tenant) {
    return store.read(handle ->
        handle
            .select(
                "select 1 from teams_reference where tenant = ? and ended_at is null limit 1",
                tenant.toLowerCase(Locale.ROOT))
            .mapTo(Integer.class)
            .findFirst()
            .isPresent());
  }
}
