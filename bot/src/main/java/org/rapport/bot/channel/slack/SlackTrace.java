package org.rapport.bot.channel.slack;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.rapport.bot.channel.Address;
import org.rapport.bot.people.Person;
import org.rapport.bot.people.PersonalTrace;

/** A person's threads of the assistant pane, for them to see and to have erased. */
public final class SlackTrace implements PersonalTrace {

  @Override
  public List<String> of(Handle handle, Person person) {
    return person.in(Address.Kind.SLACK).stream()
        .flatMap(at ->
            handle
                .select(
                    "select viewed, seen_at from assistant_thread"
                        + " where workspace = ? and user_id = ? order by seen_at",
                    at.workspace(),
                    at.user())
                .map((row, context) ->
                    "a thread of the assistant pane in Slack, beside %s at %s"
                        .formatted(
                            Optional.ofNullable(row.getString("viewed"))
                                .map(channel -> "the channel " + channel)
                                .orElse("no channel"),
                            Instant.ofEpochMilli(row.getLong("seen_at"))
                                .truncatedTo(ChronoUnit.SECONDS)))
                .list()
                .stream())
        .toList();
  }

  @Override
  public void forget(Handle handle, Person person, String key) {
    person
        .in(Address.Kind.SLACK)
        .forEach(at ->
            handle.execute(
                "delete from assistant_thread where workspace = ? and user_id = ?",
                at.workspace(),
                at.user()));
  }

  /** A thread goes with its address. */
  @Override
  public void unite(Handle handle, Person kept, Person gone) {}
}
