package org.rapport.bot.delivery;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;
import org.rapport.bot.channel.Address;

/**
 * All that goes to one workspace: it has a budget and troubles of its own, and no other waits for
 * it.
 *
 * @param organisation the id of whose workspace it is
 */
record Lane(String organisation, Address.Kind channel, String workspace) {

  static Lane of(String organisation, Address address) {
    return new Lane(organisation, address.channel(), address.workspace());
  }

  static Lane read(ResultSet row) throws SQLException {
    return new Lane(
        row.getString("organisation_id"),
        Address.Kind.valueOf(row.getString("channel").toUpperCase(Locale.ROOT)),
        row.getString("workspace"));
  }
}
