package org.rapport.bot.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.rapport.bot.channel.Address;
import org.rapport.knowledge.library.Nation;
import org.rapport.knowledge.library.Span;

/** Reads people who are enrolled, with all that a nudge needs of them, in three queries. */
final class EnrolledTables {
  private EnrolledTables() {}

  /** What the rows of a person tell, of which there is one for each of their addresses. */
  private record Told(
      Preferences preferences, Instant since, Optional<Nation> nation, List<Address> addresses) {}

  /**
   * Those of some people of an organisation who are enrolled, by their ids and in the order of
   * these.
   *
   * @param ids a few hundred at most
   */
  static Map<String, Enrolled> of(
      Handle handle, String organisation, Collection<String> ids, Suppression suppression) {
    if (ids.isEmpty()) {
      return Map.of();
    }
    Map<String, Told> people = told(handle, organisation, ids);
    Map<String, List<Span>> leave = EnrolmentTables.leave(handle, ids);
    Set<Address> forgotten =
        suppression.among(
            handle, people.values().stream().flatMap(each -> each.addresses().stream()).toList());
    Map<String, Enrolled> enrolled = new LinkedHashMap<>();
    people.forEach((id, told) ->
        enrolled.put(
            id,
            new Enrolled(
                new Person(id, organisation, told.addresses()),
                told.preferences(),
                told.since(),
                told.nation(),
                leave.getOrDefault(id, List.of()),
                told.addresses().stream().anyMatch(forgotten::contains))));
    return enrolled;
  }

  private static Map<String, Told> told(
      Handle handle, String organisation, Collection<String> ids) {
    Map<String, Told> people = new LinkedHashMap<>();
    handle
        .createQuery(
            "select p.id, e.enrolled_at, e.nation, a.channel, a.workspace, a.user_id, r.*"
                + " from person p join enrolment e on e.person_id = p.id"
                + " join address a on a.person_id = p.id"
                + " left join preference r on r.person_id = p.id"
                + " where p.organisation_id = :organisation and p.id in (<ids>)"
                + " order by p.id, a.channel, a.workspace, a.user_id")
        .bind("organisation", organisation)
        .bindList("ids", List.copyOf(ids))
        .map((row, context) -> {
          Told told = people.get(row.getString("id"));
          if (told == null) {
            told = told(row);
            people.put(row.getString("id"), told);
          }
          return told.addresses().add(PeopleTables.address(row));
        })
        .list();
    return people;
  }

  private static Told told(ResultSet row) throws SQLException {
    Preferences preferences =
        row.getString("person_id") == null ? Preferences.USUAL : PreferenceTables.preferences(row);
    Optional<Nation> nation =
        Optional.ofNullable(row.getString("nation")).map(EnrolmentTables::nation);
    Instant since = Instant.ofEpochMilli(row.getLong("enrolled_at"));
    return new Told(preferences, since, nation, new ArrayList<>());
  }
}
