package org.rapport.bot.channel.teams;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.rapport.bot.channel.Address;
import org.rapport.bot.people.Person;
import org.rapport.bot.people.PersonalTrace;

/** The chats in Teams by which a person can be written to, for them to see and to have erased. */
public final class TeamsTrace implements PersonalTrace {

  @Override
  public List<String> of(Handle handle, Person person) {
    return person.in(Address.Kind.TEAMS).stream()
        .flatMap(at ->
            handle
                .select(
                    "select since, ended_at from teams_reference"
                        + " where tenant = ? and user_id = ? order by since",
                    at.workspace(),
                    at.user())
                .map((row, context) ->
                    "own chat with Rapport in Teams, since %s, %s"
                        .formatted(
                            Instant.ofEpochMilli(row.getLong("since"))
                                .truncatedTo(ChronoUnit.SECONDS),
                            row.getObject("ended_at") == null ? "open" : "ended"))
                .list()
                .stream())
        .toList();
  }

  @Override
  public void forget(Handle handle, Person person, String key) {
    person
        .in(Address.Kind.TEAMS)
        .forEach(at ->
            handle.execute(
                "delete from teams_reference where tenant = ? and user_id = ?",
                at.workspace(),
                at.user()));
  }

  /** A chat goes with its address. */
  @Override
  public void unite(Handle handle, Person kept, Person gone) {}
}
