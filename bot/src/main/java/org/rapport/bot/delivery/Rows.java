package org.rapport.bot.delivery;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Locale;
import org.rapport.bot.channel.Address;

/** Reads what the tables of this package hold. */
final class Rows {
  /** The columns of {@link #delivery}. */
  static final String DELIVERY =
      "id, organisation_id, campaign, occurrence, person, channel, workspace, user_id, due_at,"
          + " too_late_at";

  private Rows() {}

  static Delivery delivery(ResultSet row) throws SQLException {
    return new Delivery(
        row.getString("id"),
        row.getString("organisation_id"),
        row.getString("campaign"),
        row.getString("occurrence"),
        row.getString("person"),
        address(row),
        Instant.ofEpochMilli(row.getLong("due_at")),
        Instant.ofEpochMilli(row.getLong("too_late_at")));
  }

  static Address address(ResultSet row) throws SQLException {
    return new Address(
        Address.Kind.valueOf(row.getString("channel").toUpperCase(Locale.ROOT)),
        row.getString("workspace"),
        row.getString("user_id"));
  }
}
