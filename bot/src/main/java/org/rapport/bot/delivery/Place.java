package org.rapport.bot.delivery;

import java.sql.ResultSet;
import java.sql.SQLException;

/** Where a delivery stands among those of its campaign, as the index has them. */
record Place(String id, String occurrence, String person) {
  /** Before all. */
  static final Place START = new Place("", "", "");

  static Place read(ResultSet row) throws SQLException {
    return new Place(row.getString("id"), row.getString("occurrence"), row.getString("person"));
  }
}
