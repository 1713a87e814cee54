package org.rapport.bot.expert;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.rapport.bot.channel.Address;
import org.rapport.bot.people.Person;

/**
 * The questions; every call works in a transaction of the caller's. A change happens only from the
 * states that allow it, which its statement names, and says whether it happened.
 */
final class QuestionTables {
  private static final String SELECT =
      "select organisation_id, id, words, state, asked_at, asker_channel, asker_workspace,"
          + " asker_user, is_named, expert_channel, expert_workspace, expert_user, answer,"
          + " answered_at, section, section_title, reminders, revision from expert_question";

  private static final String THIS_ONE = " where organisation_id = ? and id = ?";

  private QuestionTables() {}

  static void add(
      Handle handle, Person asker, Address at, String id, String words, boolean isNamed, long now) {
    handle.execute(
        "insert into expert_question (organisation_id, id, words, state, asked_at, asker,"
            + " asker_channel, asker_workspace, asker_user, is_named, reminders, reminded_at,"
            + " revision) values (?, ?, ?, 'open', ?, ?, ?, ?, ?, ?, 0, ?, 0)",
        asker.organisation(),
        id,
        words,
        now,
        asker.id(),
        at.channel().id(),
        at.workspace(),
        at.user(),
        isNamed,
        now);
  }

  static Optional<ExpertQuestion> find(Handle handle, String organisation, String id) {
    return handle
        .select(SELECT + THIS_ONE, organisation, id)
        .map((row, context) -> question(row))
        .findOne();
  }

  /** Those of one asker, the newest first. */
  static List<ExpertQuestion> of(Handle handle, Person asker, int most) {
    return handle
        .select(
            SELECT + " where organisation_id = ? and asker = ? order by asked_at desc, id limit ?",
            asker.organisation(),
            asker.id(),
            most)
        .map((row, context) -> question(row))
        .list();
  }

  /** Those of an organisation that nobody has answered, the oldest first. */
  static List<ExpertQuestion> waiting(Handle handle, String organisation, int most) {
    return handle
        .select(
            SELECT
                + " where organisation_id = ? and state in ('open', 'claimed')"
                + " order by asked_at, id limit ?",
            organisation,
            most)
        .map((row, context) -> question(row))
        .list();
  }

  /** Those of all organisations that have waited since before a moment. */
  static List<ExpertQuestion> waitedSince(Handle handle, long moment, int mostReminders, int most) {
    return handle
        .select(
            SELECT
                + " where state in ('open', 'claimed') and reminders < ? and reminded_at <= ?"
                + " order by reminded_at, id limit ?",
            mostReminders,
            moment,
            most)
        .map((row, context) -> question(row))
        .list();
  }

  /** How many of an asker's are not answered. */
  static int waitingOf(Handle handle, Person asker) {
    return handle
        .select(
            "select count(*) from expert_question where organisation_id = ? and asker = ?"
                + " and state in ('open', 'claimed')",
            asker.organisation(),
            asker.id())
        .mapTo(Integer.class)
        .one();
  }

  static boolean claim(Handle handle, String id, Person expert, Address at) {
    return handle.execute(
            "update expert_question set state = 'claimed', expert = ?, expert_channel = ?,"
                + " expert_workspace = ?, expert_user = ?, revision = revision + 1"
                + THIS_ONE
                + " and state = 'open'",
            expert.id(),
            at.channel().id(),
            at.workspace(),
            at.user(),
            expert.organisation(),
            id)
        == 1;
  }

  static boolean handBack(Handle handle, String id, Person expert) {
    return handle.execute(
            "update expert_question set state = 'open', expert = null, expert_channel = null,"
                + " expert_workspace = null, expert_user = null, revision = revision + 1"
                + THIS_ONE
                + " and state = 'claimed' and expert = ?",
            expert.organisation(),
            id,
            expert.id())
        == 1;
  }

  static boolean isClaimedBy(Handle handle, String id, Person expert) {
    return handle
        .select(
            "select 1 from expert_question" + THIS_ONE + " and state = 'claimed' and expert = ?",
            expert.organisation(),
            id,
            expert.id())
        .mapTo(Integer.class)
        .findOne()
        .isPresent();
  }

  static boolean answer(Handle handle, String id, Person expert, ExpertAnswer answer) {
    return handle.execute(
            "update expert_question set state = 'answered', answer = ?, answered_at = ?,"
                + " section = ?, section_title = ?, revision = revision + 1"
                + THIS_ONE
                + " and state = 'claimed' and expert = ?",
            answer.words(),
            answer.at().toEpochMilli(),
            answer.guidance().map(ExpertAnswer.Guidance::section).orElse(null),
            answer.guidance().map(ExpertAnswer.Guidance::title).orElse(null),
            expert.organisation(),
            id,
            expert.id())
        == 1;
  }

  /** Not while another expert is at it. */
  static boolean close(Handle handle, String id, Person expert) {
    return handle.execute(
            "update expert_question set state = 'closed', revision = revision + 1"
                + THIS_ONE
                + " and (state in ('open', 'answered') or (state = 'claimed' and expert = ?))",
            expert.organisation(),
            id,
            expert.id())
        == 1;
  }

  static boolean isOf(Handle handle, String id, Person asker) {
    return handle
        .select(
            "select 1 from expert_question" + THIS_ONE + " and asker = ?",
            asker.organisation(),
            id,
            asker.id())
        .mapTo(Integer.class)
        .findOne()
        .isPresent();
  }

  static boolean closeOwn(Handle handle, String id, Person asker) {
    return handle.execute(
            "update expert_question set state = 'closed', revision = revision + 1"
                + THIS_ONE
                + " and asker = ? and state <> 'closed'",
            asker.organisation(),
            id,
            asker.id())
        == 1;
  }

  /** Only one replica counts a reminder. */
  static boolean remind(Handle handle, ExpertQuestion question, long now) {
    return handle.execute(
            "update expert_question set reminders = reminders + 1, reminded_at = ?,"
                + " revision = revision + 1"
                + THIS_ONE
                + " and reminders = ? and state in ('open', 'claimed')",
            now,
            question.organisation(),
            question.id(),
            question.reminders())
        == 1;
  }

  private static ExpertQuestion question(ResultSet row) throws SQLException {
    return new ExpertQuestion(
        row.getString("organisation_id"),
        row.getString("id"),
        row.getString("words"),
        State.of(row.getString("state")),
        Instant.ofEpochMilli(row.getLong("asked_at")),
        address(row, "asker"),
        row.getBoolean("is_named"),
        address(row, "expert"),
        answer(row),
        row.getInt("reminders"),
        row.getInt("revision"));
  }

  private static Optional<Address> address(ResultSet row, String whose) throws SQLException {
    @Nullable String channel = row.getString(whose + "_channel");
    return channel == null
        ? Optional.empty()
        : Optional.of(
            new Address(
                Address.Kind.valueOf(channel.toUpperCase(Locale.ROOT)),
                row.getString(whose + "_workspace"),
                row.getString(whose + "_user")));
  }

  private static Optional<ExpertAnswer> answer(ResultSet row) throws SQLException {
    @Nullable String words = row.getString("answer");
    return words == null
        ? Optional.empty()
        : Optional.of(
            new ExpertAnswer(
                words, Instant.ofEpochMilli(row.getLong("answered_at")), guidance(row)));
  }

  private static Optional<ExpertAnswer.Guidance> guidance(ResultSet row) throws SQLException {
    @Nullable String section = row.getString("section");
    @Nullable String title = row.getString("section_title");
    return section == null || title == null
        ? Optional.empty()
        : Optional.of(new ExpertAnswer.Guidance(section, title));
  }
}
