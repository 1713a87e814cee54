package org.rapport.bot.endtoend;

import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.rapport.bot.store.DataFolder;
import org.rapport.bot.store.Store;

/** What is in the database, as anybody who gets hold of it would read it. */
record Kept(DataFolder data, Optional<String> url) {

  /** All questions, oldest first. */
  List<Map<String, Object>> questions() {
    return rows("select * from question order by asked_at, id");
  }

  /** The questions of one workspace or tenant. */
  List<Map<String, Object>> questions(String workspace) {
    return rows(
        "select question.* from question join workspace"
            + " on workspace.organisation_id = question.organisation_id"
            + " where workspace.workspace = '"
            + workspace
            + "' order by asked_at, id");
  }

  /** What was said of the answers, oldest question first; null where nothing was. */
  List<@Nullable Boolean> ratings() {
    return ratings("%");
  }

  /** What was said of the answers of one workspace or tenant. */
  List<@Nullable Boolean> ratings(String workspace) {
    try (Store store = Store.open(data, url)) {
      return store.read(handle ->
          handle
              .select(
                  "select was_right from question join workspace"
                      + " on workspace.organisation_id = question.organisation_id"
                      + " where workspace.workspace like ? order by asked_at, id",
                  workspace)
              .mapTo(Boolean.class)
              .list());
    }
  }

  /** What people said was wrong, oldest question first. */
  List<String> wrong() {
    return rows(
            "select wrong_because, wrong_words from question where wrong_because is not null"
                + " order by asked_at, id")
        .stream()
        .map(row -> row.get("wrong_because") + ": " + row.get("wrong_words"))
        .toList();
  }

  /** What people said to their nudges, oldest first. */
  List<String> reactions() {
    return rows("select reaction from nudge_reaction order by reacted_at").stream()
        .map(row -> row.get("reaction").toString())
        .toList();
  }

  /** How far the questions to experts are, oldest first. */
  List<String> expertQuestions() {
    return rows("select state, words, answer from expert_question order by asked_at").stream()
        .map(row -> row.get("state") + ": " + row.get("words") + " " + row.get("answer"))
        .toList();
  }

  /** Every value of every table. */
  String everything() {
    try (Store store = Store.open(data, url)) {
      return store.read(handle -> {
        StringBuilder all = new StringBuilder();
        for (String table : tables(handle)) {
          all.append(table).append(handle.select("select * from " + table).mapToMap().list());
        }
        return all.toString();
      });
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private List<Map<String, Object>> rows(String query) {
    try (Store store = Store.open(data, url)) {
      return store.read(handle -> handle.select(query).mapToMap().list());
    }
  }

  private static List<String> tables(Handle handle) throws SQLException {
    DatabaseMetaData database = handle.getConnection().getMetaData();
    List<String> tables = new ArrayList<>();
    try (ResultSet found = database.getTables(null, null, "%", new String[] {"TABLE"})) {
      while (found.next()) {
        tables.add(found.getString("TABLE_NAME"));
      }
    }
    return tables;
  }
}
