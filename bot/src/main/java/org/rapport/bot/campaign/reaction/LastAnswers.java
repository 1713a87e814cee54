package org.rapport.bot.campaign.reaction;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** When people last said anything to a nudge. */
public final class LastAnswers {
  private LastAnswers() {}

  /**
   * Of several people at once, with a connection of the caller's; those who never did are not in
   * it.
   *
   * @param people ids, a few hundred at most
   */
  public static Map<String, Instant> of(
      Handle handle, String organisation, Collection<String> people) {
    return read(handle, organisation, people, "max(r.reacted_at)", "");
  }

  /**
   * The same of the newest nudge that each answered, which is found at once. Whoever went back to
   * an older one after that answered later.
   *
   * @param people ids, a few hundred at most
   */
  public static Map<String, Instant> toNewest(
      Handle handle, String organisation, Collection<String> people) {
    return read(handle, organisation, people, "r.reacted_at", " order by n.made_at desc limit 1");
  }

  /** Person by person, or SQLite goes through all nudges of the organisation. */
  private static Map<String, Instant> read(
      Handle handle, String organisation, Collection<String> people, String when, String which) {
    if (people.isEmpty()) {
      return Map.of();
    }
    return handle
        .createQuery(
            "select p.id, (select "
                + when
                + " from nudge n join nudge_reaction r on r.delivery_id = n.delivery_id"
                + " where n.person_id = p.id"
                + which
                + ") as at from person p where p.organisation_id = :organisation"
                + " and p.id in (<people>)")
        .bind("organisation", organisation)
        .bindList("people", List.copyOf(people))
        .map((row, context) -> Map.entry(row.getString("id"), row.getLong("at")))
        .stream()
        .filter(each -> each.getValue() > 0)
        .collect(
            Collectors.toMap(Map.Entry::getKey, each -> Instant.ofEpochMilli(each.getValue())));
  }
}
