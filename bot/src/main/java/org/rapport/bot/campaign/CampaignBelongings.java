package org.rapport.bot.campaign;

import java.util.List;
import org.jdbi.v3.core.Handle;
import org.rapport.bot.people.Person;
import org.rapport.bot.people.PersonalTrace;
import org.rapport.bot.store.Belongings;

/** Takes campaigns along when organisations join, and whoever made them when they are united. */
public final class CampaignBelongings implements Belongings, PersonalTrace {

  @Override
  public void move(Handle handle, String from, String into) {
    CampaignTables.move(handle, from, into);
    RulesTables.move(handle, from, into);
  }

  @Override
  public List<String> of(Handle handle, Person person) {
    return handle
        .select(
            "select id, name from campaign where organisation_id = ?"
                + " and (edited_by = ? or approved_by = ?) order by id",
            person.organisation(),
            person.id(),
            person.id())
        .map((row, context) ->
            "campaign %s (%s): made or agreed to by you"
                .formatted(row.getString("id"), row.getString("name")))
        .list();
  }

  @Override
  public void forget(Handle handle, Person person, String key) {
    CampaignTables.unite(handle, key, person.id());
  }

  @Override
  public void unite(Handle handle, Person kept, Person gone) {
    CampaignTables.unite(handle, kept.id(), gone.id());
  }
}
