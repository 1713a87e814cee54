package org.rapport.bot.channel.slack.install;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.HandleConsumer;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;
import org.rapport.bot.channel.slack.SlackTeam;
import org.rapport.bot.keys.Keys;
import org.rapport.bot.store.Leases;
import org.rapport.bot.store.Store;
import org.rapport.bot.store.StoreAway;

/** The installs in the database. Tokens are sealed on their way in. */
final class InstallTable {
  private static final String COLUMNS =
      "id, name, case when id = grid then 1 else 0 end as grid_wide, bot_token, refresh_token,"
          + " expires_at, refresh_from";
  private static final int CHUNK = 500;

  private final Store store;
  private final Keys keys;

  InstallTable(Store store, Keys keys) {
    this.store = store;
    this.keys = keys;
  }

  /** Keeps what Slack granted, in place of what it granted there before. */
  void save(Handle handle, Grant grant, Instant now) {
    Grant.Place place = grant.place();
    handle.execute(
        "insert into slack_install (id, grid, name, app, bot_user, scopes, bot_token,"
            + " refresh_token, expires_at, refresh_from, installed_at)"
            + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, 0, ?)"
            + " on conflict (id) do update set grid = excluded.grid, name = excluded.name,"
            + " app = excluded.app, bot_user = excluded.bot_user, scopes = excluded.scopes,"
            + " bot_token = excluded.bot_token, refresh_token = excluded.refresh_token,"
            + " expires_at = excluded.expires_at, refresh_from = 0,"
            + " installed_at = excluded.installed_at",
        place.id(),
        place.grid().orElse(null),
        place.name(),
        place.app(),
        place.botUser(),
        place.scopes(),
        sealedBotToken(place.id(), grant),
        sealedRefreshToken(place.id(), grant),
        expiresAt(grant),
        now.toEpochMilli());
  }

  /** The workspace's own install, or else that of its Grid. */
  Optional<Install> find(SlackTeam team) {
    return store.read(handle ->
        handle
            .select(
                "select "
                    + COLUMNS
                    + " from slack_install where id in (?, ?, (select grid from"
                    + " slack_grid_workspace where team = ?))"
                    + " order by case when id = ? then 0 else 1 end",
                team.id(),
                team.grid().orElse(team.id()),
                team.id(),
                team.id())
            .map(InstallTable::install)
            .findFirst());
  }

  /** Whether it is not known yet that a workspace is served by the install of its Grid. */
  boolean isNews(String workspace, SlackTeam installed) {
    return installed.grid().isPresent() && find(SlackTeam.workspace(workspace)).isEmpty();
  }

  /** Notes whose Grid a workspace is part of. */
  void noteWorkspace(Handle handle, String workspace, String grid) {
    handle.execute(
        "insert into slack_grid_workspace (team, grid) values (?, ?)"
            + " on conflict (team) do update set grid = excluded.grid",
        workspace,
        grid);
  }

  /** The workspaces that an install serves, as far as they are known. */
  List<String> workspaces(Handle handle, String id) {
    return Stream.concat(
            Stream.of(id),
            handle
                .select("select team from slack_grid_workspace where grid = ?", id)
                .mapTo(String.class)
                .list()
                .stream())
        .toList();
  }

  /** All installs, in the order of their ids. */
  List<Install> page(String after) {
    return store.read(handle ->
        handle
            .select(
                "select " + COLUMNS + " from slack_install where id > ? order by id limit ?",
                after,
                CHUNK)
            .map(InstallTable::install)
            .list());
  }

  /** Forgets an install that was made before that time; whether there was one. */
  boolean remove(Handle handle, String id, Instant madeBefore) {
    int removed =
        handle.execute(
            "delete from slack_install where id = ? and installed_at < ?",
            id,
            madeBefore.toEpochMilli());
    if (removed > 0) {
      handle.execute("delete from slack_grid_workspace where grid = ?", id);
    }
    return removed > 0;
  }

  /** Whether the install is that of one of these bots. */
  boolean isBot(Handle handle, String id, Set<String> bots) {
    return handle
        .select("select bot_user from slack_install where id = ?", id)
        .mapTo(String.class)
        .findOne()
        .filter(bots::contains)
        .isPresent();
  }

  /**
   * Takes the right to refresh a token that ends soon, for one process alone.
   *
   * @param until nobody else gets the right before this time
   * @return the install as it is now; empty if there is nothing to refresh, or somebody else does
   */
  Optional<Install> claimRefresh(String id, Instant now, Instant until) {
    return store.write(handle ->
        handle
            .select(
                "update slack_install set refresh_from = ? where id = ?"
                    + " and (refresh_from <= ? or refresh_from > ?)"
                    + " and (expires_at <= ? or expires_at > ?)"
                    + " and refresh_token is not null returning "
                    + COLUMNS,
                until.toEpochMilli(),
                id,
                now.toEpochMilli(),
                Leases.furthestEnd(now, TokenRefresh.AFTER_FAILURE).toEpochMilli(),
                now.plus(Install.EARLY).toEpochMilli(),
                Leases.furthestEnd(now, Install.LONGEST_LIFE).toEpochMilli())
            .map(InstallTable::install)
            .findOne());
  }

  /**
   * Keeps new tokens, unless others came in the meantime by a new install. Slack gives them once,
   * so they wait for a database that is away.
   */
  void refreshed(Install before, String botToken, Grant.Renewal renewal) {
    HandleConsumer<RuntimeException> keep =
        handle ->
            handle.execute(
                "update slack_install set bot_token = ?, refresh_token = ?, expires_at = ?,"
                    + " refresh_from = 0 where id = ? and refresh_token = ?",
                keys.seal(botContext(before.id()), botToken),
                keys.seal(refreshContext(before.id()), renewal.refreshToken()),
                renewal.expiresAt().toEpochMilli(),
                before.id(),
                before.refreshToken().orElse(""));
    try {
      store.run(keep);
    } catch (StoreAway away) {
      store.later("keeping a new token of Slack", keep);
    }
  }

  /** Lets nobody try to refresh before that time. */
  void refreshFailed(Install before, Instant nextTry) {
    store.run(handle ->
        handle.execute(
            "update slack_install set refresh_from = ? where id = ? and refresh_token = ?",
            nextTry.toEpochMilli(),
            before.id(),
            before.refreshToken().orElse("")));
  }

  /** The ids of all whose token is to be renewed, soonest first, as many as are done at a time. */
  List<String> toRenew(Instant now) {
    return store.read(handle ->
        handle
            .select(
                "select id from slack_install where expires_at <= ? or expires_at > ?"
                    + " order by expires_at limit ?",
                now.plus(Install.EARLY).toEpochMilli(),
                Leases.furthestEnd(now, Install.LONGEST_LIFE).toEpochMilli(),
                CHUNK)
            .mapTo(String.class)
            .list());
  }

  /** Seals tokens anew with the newest key, if an older one sealed them. */
  void reseal(Install install) {
    if (!keys.isOld(install.botToken()) && install.refreshToken().filter(keys::isOld).isEmpty()) {
      return;
    }
    String bot = keys.seal(botContext(install.id()), botToken(install));
    Optional<String> refresh =
        refreshToken(install).map(token -> keys.seal(refreshContext(install.id()), token));
    store.run(handle ->
        handle.execute(
            "update slack_install set bot_token = ?, refresh_token = ?"
                + " where id = ? and bot_token = ?",
            bot,
            refresh.orElse(null),
            install.id(),
            install.botToken()));
  }

  /**
   * The token of the bot.
   *
   * @throws Keys.Unopened if the keys do not open it
   */
  String botToken(Install install) {
    return keys.open(botContext(install.id()), install.botToken());
  }

  /**
   * The token that gets the next one.
   *
   * @throws Keys.Unopened if the keys do not open it
   */
  Optional<String> refreshToken(Install install) {
    return install.refreshToken().map(sealed -> keys.open(refreshContext(install.id()), sealed));
  }

  private String sealedBotToken(String id, Grant grant) {
    return keys.seal(botContext(id), grant.botToken());
  }

  private @Nullable String sealedRefreshToken(String id, Grant grant) {
    return grant
        .renewal()
        .map(renewal -> keys.seal(refreshContext(id), renewal.refreshToken()))
        .orElse(null);
  }

  private static @Nullable Long expiresAt(Grant grant) {
    return grant.renewal().map(renewal -> renewal.expiresAt().toEpochMilli()).orElse(null);
  }

  private static String botContext(String id) {
    return "slack-bot-token|" + id;
  }

  private static String refreshContext(String id) {
    return "slack-refresh-token|" + id;
  }

  private static Install install(ResultSet row, StatementContext context) throws SQLException {
    long expiresAt = row.getLong("expires_at");
    boolean expires = !row.wasNull();
    return new Install(
        row.getString("id"),
        row.getString("name"),
        row.getInt("grid_wide") == 1,
        row.getString("bot_token"),
        Optional.ofNullable(row.getString("refresh_token")),
        expires ? Optional.of(Instant.ofEpochMilli(expiresAt)) : Optional.empty(),
        Instant.ofEpochMilli(row.getLong("refresh_from")));
  }
}
