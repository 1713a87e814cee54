package org.rapport.bot.channel.slack;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.rapport.bot.channel.Address;
import org.rapport.bot.store.Store;
import org.rapport.bot.store.StoreAway;

/**
 * The threads of the assistant pane: which channel their person is viewing beside it, and whether
 * they have a title. In the database, as the next event may come to another replica, or after a
 * restart. While it is away, that only costs the title and a default.
 */
public final class AssistantThreads {
  private static final String WHAT = "noting a thread of the assistant pane";
  private static final Duration KEPT = Duration.ofDays(30);
  private static final String THIS_ONE = " where workspace = ? and channel = ? and thread = ?";

  private final Store store;
  private final InstantSource clock;

  public AssistantThreads(Store store, InstantSource clock) {
    this.store = store;
    this.clock = clock;
  }

  /**
   * A thread began.
   *
   * @param person whose it is
   * @param viewed the id of the channel beside it
   */
  void began(Destination.Channel thread, Address person, Optional<String> viewed) {
    write(
        "insert into assistant_thread (workspace, channel, thread, user_id, viewed, titled, seen_at)"
            + " values (?, ?, ?, ?, ?, ?, ?) on conflict (workspace, channel, thread)"
            + " do update set viewed = excluded.viewed, titled = excluded.titled,"
            + " seen_at = excluded.seen_at",
        thread.workspace(),
        thread.channel(),
        thread.thread().orElseThrow(),
        person.user(),
        viewed.orElse(null),
        false,
        clock.millis());
  }

  /** Another channel is being viewed beside a thread; nothing is kept of one that is forgotten. */
  void views(Destination.Channel thread, Optional<String> viewed) {
    write(
        "update assistant_thread set viewed = ?, seen_at = ?" + THIS_ONE,
        viewed.orElse(null),
        clock.millis(),
        thread.workspace(),
        thread.channel(),
        thread.thread().orElseThrow());
  }

  /** The channel that is being viewed beside a thread, if that is known. */
  Optional<String> viewed(Destination.Channel thread) {
    return thread
        .thread()
        .flatMap(ts ->
            store.attempt(
                WHAT,
                () ->
                    store.<Optional<String>, RuntimeException>read(handle ->
                        handle
                            .select(
                                "select viewed from assistant_thread"
                                    + THIS_ONE
                                    + " and viewed is not null",
                                thread.workspace(),
                                thread.channel(),
                                ts)
                            .mapTo(String.class)
                            .findOne())))
        .flatMap(found -> found);
  }

  /** Whether a thread is to be given its title now; true once. */
  boolean needsTitle(Destination.Channel thread) {
    return thread.thread().isPresent()
        && store
            .attempt(
                WHAT,
                () ->
                    store.read(handle -> isUntitled(handle, thread))
                        && store.write(handle -> isTitledNow(handle, thread)))
            .orElse(false);
  }

  /**
   * Forgets threads that nobody looked at for a month; to be done every hour or so.
   *
   * @throws StoreAway while the database is away
   */
  public void forgetOld() {
    long before = clock.instant().minus(KEPT).toEpochMilli();
    store.run(handle -> handle.execute("delete from assistant_thread where seen_at < ?", before));
  }

  /** Forgets the threads of a workspace that Rapport was removed from. */
  static void forget(Handle handle, String workspace) {
    handle.execute("delete from assistant_thread where workspace = ?", workspace);
  }

  // Looked at first, as most threads are not the pane's, and reading delays no other write.
  private static boolean isUntitled(Handle handle, Destination.Channel thread) {
    return handle
        .select(
            "select 1 from assistant_thread" + THIS_ONE + " and titled = ?",
            thread.workspace(),
            thread.channel(),
            thread.thread().orElseThrow(),
            false)
        .mapTo(Integer.class)
        .findOne()
        .isPresent();
  }

  private static boolean isTitledNow(Handle handle, Destination.Channel thread) {
    return handle.execute(
            "update assistant_thread set titled = ?" + THIS_ONE + " and titled = ?",
            true,
            thread.workspace(),
            thread.channel(),
            thread.thread().orElseThrow(),
            false)
        == 1;
  }

  private void write(String sql, @Nullable Object... values) {
    Optional<Integer> _ =
        store.attempt(WHAT, () -> store.write(handle -> handle.execute(sql, values)));
  }
}
