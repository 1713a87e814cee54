package org.rapport.bot.people;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** Finds the people of a group in the tables. */
final class GroupQuery {
  private static final String ENROLLED =
      "select p.id from person p join enrolment e on e.person_id = p.id"
          + " left join preference r on r.person_id = p.id"
          + " where p.organisation_id = :organisation and p.id > :after";

  private final List<String> conditions = new ArrayList<>();
  private final Map<String, List<?>> values = new LinkedHashMap<>();
  private final String prefix;

  private GroupQuery(Group group, String prefix) {
    this.prefix = prefix;
    add("r.position in (<%s>)", "positions", group.positions().stream().map(Position::id).toList());
    add(
        "coalesce(r.stage, 0) in (<%s>)",
        "stages", group.stages().stream().map(Stage::number).toList());
    add(
        "exists (select 1 from person_tag t where t.person_id = p.id and t.tag in (<%s>))",
        "tags", List.copyOf(group.tags()));
    add(
        "exists (select 1 from address a where a.person_id = p.id"
            + " and a.channel || ':' || a.workspace in (<%s>))",
        "workspaces", List.copyOf(group.workspaces()));
    add(
        "exists (select 1 from people_list_member m join people_list l on l.id = m.list_id"
            + " where m.person_id = p.id and l.organisation_id = p.organisation_id"
            + " and l.name in (<%s>))",
        "lists", List.copyOf(group.lists()));
  }

  /** The ids of the next people, in their order. */
  static List<String> ids(
      Handle handle, String organisation, Group in, Group but, String after, int most) {
    GroupQuery wanted = new GroupQuery(in, "in");
    GroupQuery excluded = new GroupQuery(but, "but");
    StringBuilder sql = new StringBuilder(ENROLLED);
    wanted.conditions.forEach(each -> sql.append(" and ").append(each));
    if (!excluded.conditions.isEmpty()) {
      // Somebody whose position nobody said is of none of the positions.
      sql.append(" and not coalesce(")
          .append(String.join(" or ", excluded.conditions))
          .append(", false)");
    }
    Query query =
        handle
            .createQuery(sql + " order by p.id limit :most")
            .bind("organisation", organisation)
            .bind("after", after)
            .bind("most", most);
    wanted.values.forEach((name, list) -> query.bindList(name, list));
    excluded.values.forEach((name, list) -> query.bindList(name, list));
    return query.mapTo(String.class).list();
  }

  private void add(String condition, String name, List<?> of) {
    if (!of.isEmpty()) {
      conditions.add(condition.formatted(prefix + name));
      values.put(prefix + name, of);
    }
  }
}
