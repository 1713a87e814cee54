package org.rapport.bot.channel;

import java.time.Duration;
import java.time.InstantSource;
import org.rapport.bot.store.Store;

/** Remembers what was delivered, so that a redelivered event is handled once. */
public final class SeenEvents {
  /** How long an event is remembered; Slack redelivers within about an hour. */
  private static final Duration KEPT = Duration.ofHours(24);

  private final Store store;
  private final InstantSource clock;

  public SeenEvents(Store store, InstantSource clock) {
    this.store = store;
    this.clock = clock;
  }

  /**
   * Notes an event under all its names.
   *
   * @param keys names of the same event, such as its event id and its team, channel and time stamp
   * @return whether none of them was seen before
   */
  public boolean first(String... keys) {
    long now = clock.millis();
    return store.write(handle -> {
      int fresh = 0;
      for (String key : keys) {
        fresh +=
            handle.execute(
                "insert into seen_event (event_key, seen_at) values (?, ?)"
                    + " on conflict (event_key) do nothing",
                key,
                now);
      }
      return fresh == keys.length;
    });
  }

  /** Forgets what is old enough never to come again. */
  public void forgetOld() {
    store.run(handle ->
        handle.execute(
            "delete from seen_event where seen_at < ?", clock.millis() - KEPT.toMillis()));
  }
}
