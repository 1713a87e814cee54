package org.rapport.bot.expert;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.rapport.bot.channel.Address;
import org.rapport.bot.people.Person;
import org.rapport.bot.people.PersonalTrace;
import org.rapport.bot.store.Belongings;
import org.rapport.bot.store.Store;

/**
 * Questions to experts as things that belong to an organisation, are somebody's, and are not kept
 * for ever.
 */
public final class ExpertRecords implements PersonalTrace, Belongings {
  /** How long a question is kept, whatever came of it. */
  private static final Duration KEPT = Duration.ofDays(90);

  private static final int CHUNK = 500;

  @Override
  public List<String> of(Handle handle, Person person) {
    return Stream.concat(asked(handle, person), answered(handle, person)).toList();
  }

  private static Stream<String> asked(Handle handle, Person person) {
    return handle
        .select(
            "select asked_at, state, words, answer from expert_question"
                + " where organisation_id = ? and asker = ? order by asked_at, id",
            person.organisation(),
            person.id())
        .map((row, context) -> {
          String answer = row.getString("answer");
          return "%s asked an expert (%s): %s%s"
              .formatted(
                  Instant.ofEpochMilli(row.getLong("asked_at")),
                  row.getString("state"),
                  row.getString("words"),
                  answer == null ? "" : " Answer: " + answer);
        })
        .list()
        .stream();
  }

  private static Stream<String> answered(Handle handle, Person person) {
    return handle
        .select(
            "select asked_at, state, answer from expert_question"
                + " where organisation_id = ? and expert = ? order by asked_at, id",
            person.organisation(),
            person.id())
        .map((row, context) -> {
          String answer = row.getString("answer");
          return "claimed a question to an expert of %s (%s)%s"
              .formatted(
                  Instant.ofEpochMilli(row.getLong("asked_at")),
                  row.getString("state"),
                  answer == null ? "" : ": " + answer);
        })
        .list()
        .stream();
  }

  /**
   * What they asked loses its words and is closed, where it was shown too; what they had claimed is
   * open again, and what they answered keeps the answer.
   */
  @Override
  public void forget(Handle handle, Person person, String key) {
    deletePosts(handle, person);
    handle.execute(
        "update expert_question set words = '', answer = null, state = 'closed', asker = ?,"
            + " asker_channel = null, asker_workspace = null, asker_user = null,"
            + " revision = revision + 1 where organisation_id = ? and asker = ?",
        key,
        person.organisation(),
        person.id());
    handle.execute(
        "update expert_question set state = case state when 'claimed' then 'open' else state end,"
            + " expert = ?, expert_channel = null, expert_workspace = null, expert_user = null,"
            + " revision = revision + 1 where organisation_id = ? and expert = ?",
        key,
        person.organisation(),
        person.id());
  }

  /** What was shown in their own chats; the messages themselves are theirs. */
  private static void deletePosts(Handle handle, Person person) {
    for (Address at : person.addresses()) {
      handle.execute(
          "delete from expert_post where organisation_id = ? and is_chat = ? and channel = ?"
              + " and workspace = ? and place = ?",
          person.organisation(),
          true,
          at.channel().id(),
          at.workspace(),
          at.user());
    }
    handle.execute(
        "delete from expert_post where organisation_id = ? and audience in ('asker', 'asked')"
            + " and question_id in (select id from expert_question"
            + " where organisation_id = ? and asker = ?)",
        person.organisation(),
        person.organisation(),
        person.id());
  }

  @Override
  public void unite(Handle handle, Person kept, Person gone) {
    for (String who : List.of("asker", "expert")) {
      handle.execute(
          "update expert_question set %1$s = ? where organisation_id = ? and %1$s = ?"
              .formatted(who),
          kept.id(),
          gone.organisation(),
          gone.id());
    }
  }

  /** The channel of the organisation that stays is kept, if it has one. */
  @Override
  public void move(Handle handle, String from, String into) {
    handle.execute(
        "delete from expert_channel where organisation_id = ?"
            + " and exists (select 1 from expert_channel where organisation_id = ?)",
        from,
        into);
    for (String table : List.of("expert_channel", "expert_question", "expert_post")) {
      handle.execute(
          "update " + table + " set organisation_id = ? where organisation_id = ?", into, from);
    }
  }

  /** Deletes the questions that were kept long enough. */
  public static void forgetOld(Store store, InstantSource clock) {
    long before = clock.instant().minus(KEPT).toEpochMilli();
    int deleted;
    do {
      deleted = store.write(handle -> deleteOld(handle, before));
    } while (deleted == CHUNK);
  }

  private static int deleteOld(Handle handle, long before) {
    int deleted =
        handle.execute(
            "delete from expert_question where id in"
                + " (select id from expert_question where asked_at < ? order by asked_at limit ?)",
            before,
            CHUNK);
    handle.execute(
        "delete from expert_post where not exists (select 1 from expert_question q"
            + " where q.organisation_id = expert_post.organisation_id"
            + " and q.id = expert_post.question_id)");
    return deleted;
  }
}
