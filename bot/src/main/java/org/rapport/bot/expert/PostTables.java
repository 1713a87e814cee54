package org.rapport.bot.expert;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.rapport.bot.channel.Address;
import org.rapport.bot.channel.Place;

/** The messages that show questions; every call works in a transaction of the caller's. */
final class PostTables {
  private static final String THIS_ONE =
      " where organisation_id = ? and question_id = ? and id = ?";

  private PostTables() {}

  /** A new message, due at once. */
  static void add(
      Handle handle, String organisation, String question, Post.Audience audience, Place place) {
    handle.execute(
        "insert into expert_post (organisation_id, question_id, id, audience, channel, workspace,"
            + " place, is_chat, reference, shown, attempts, due_at)"
            + " values (?, ?, ?, ?, ?, ?, ?, ?, null, -1, 0, 0)",
        organisation,
        question,
        UUID.randomUUID().toString(),
        audience.id(),
        place.channel().id(),
        place.workspace(),
        place.id(),
        place.isChat());
  }

  /** Another message for experts, due at once. */
  static void addForExperts(Handle handle, ExpertQuestion question, Place place) {
    add(handle, question.organisation(), question.id(), Post.Audience.EXPERTS, place);
  }

  /** What the asker saw so far shows no answer: that comes in a message of its own. */
  static void answerAnew(Handle handle, ExpertQuestion question, Place asker) {
    handle.execute(
        "update expert_post set audience = 'asked'"
            + " where organisation_id = ? and question_id = ? and audience = 'asker'",
        question.organisation(),
        question.id());
    add(handle, question.organisation(), question.id(), Post.Audience.ASKER, asker);
  }

  /**
   * Those that show an older revision than there is, each leased to the caller alone.
   *
   * @param now in milliseconds since 1970
   * @param furthest nobody puts one off for longer, in milliseconds since 1970
   * @param until when others may try, in milliseconds since 1970
   */
  static List<Post> lease(Handle handle, long now, long furthest, long until, int most) {
    return handle
        .select(
            "select p.* from expert_post p join expert_question q"
                + " on q.organisation_id = p.organisation_id and q.id = p.question_id"
                + " where p.shown < q.revision and (p.due_at <= ? or p.due_at > ?)"
                + " order by p.due_at, p.id limit ?",
            now,
            furthest,
            most)
        .map((row, context) -> post(row, until))
        .list()
        .stream()
        .filter(post -> leased(handle, post, now, furthest))
        .toList();
  }

  private static boolean leased(Handle handle, Post post, long now, long furthest) {
    return handle.execute(
            "update expert_post set due_at = ?, attempts = ?"
                + THIS_ONE
                + " and (due_at <= ? or due_at > ?)",
            post.leasedUntil(),
            post.attempts(),
            post.organisation(),
            post.question(),
            post.id(),
            now,
            furthest)
        == 1;
  }

  /** It goes out now; false if the lease is over, so that another may be at it. */
  static boolean begin(Handle handle, Post post, long now) {
    return handle.execute(
            "update expert_post set begun_at = ?" + THIS_ONE + " and due_at = ? and due_at > ?",
            now,
            post.organisation(),
            post.question(),
            post.id(),
            post.leasedUntil(),
            now)
        == 1;
  }

  /** It is there, and due to be changed. */
  static void found(Handle handle, Post post, String reference) {
    handle.execute(
        "update expert_post set reference = ?, attempts = 0, due_at = 0, begun_at = null"
            + THIS_ONE,
        reference,
        post.organisation(),
        post.question(),
        post.id());
  }

  /** It surely did not go out. */
  static void unbegin(Handle handle, Post post) {
    handle.execute(
        "update expert_post set begun_at = null" + THIS_ONE,
        post.organisation(),
        post.question(),
        post.id());
  }

  /** It shows this revision now, or never will. */
  static void shown(Handle handle, Post post, Optional<String> reference, int revision) {
    handle.execute(
        "update expert_post set shown = ?, reference = ?, attempts = 0, due_at = 0,"
            + " begun_at = null"
            + THIS_ONE,
        revision,
        reference.orElse(null),
        post.organisation(),
        post.question(),
        post.id());
  }

  /** It is to be tried again. */
  static void later(Handle handle, Post post, long due) {
    handle.execute(
        "update expert_post set due_at = ?" + THIS_ONE,
        due,
        post.organisation(),
        post.question(),
        post.id());
  }

  static void delete(Handle handle, Post post) {
    handle.execute(
        "delete from expert_post" + THIS_ONE, post.organisation(), post.question(), post.id());
  }

  private static Post post(ResultSet row, long until) throws SQLException {
    return new Post(
        row.getString("organisation_id"),
        row.getString("question_id"),
        row.getString("id"),
        Post.Audience.valueOf(row.getString("audience").toUpperCase(Locale.ROOT)),
        place(row),
        Optional.ofNullable(row.getString("reference")),
        row.getInt("attempts") + 1,
        until,
        begun(row));
  }

  private static Optional<Instant> begun(ResultSet row) throws SQLException {
    long begun = row.getLong("begun_at");
    return row.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(begun));
  }

  private static Place place(ResultSet row) throws SQLException {
    return new Place(
        Address.Kind.valueOf(row.getString("channel").toUpperCase(Locale.ROOT)),
        row.getString("workspace"),
        row.getString("place"),
        row.getBoolean("is_chat"));
  }
}
