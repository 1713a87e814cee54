package org.rapport.bot.release;

import java.time.InstantSource;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.rapport.bot.store.Store;

/** What takes documents in, opened when it is first wanted: it reads all of Rapport's guidance. */
public final class UploadsOnDemand implements Supplier<Uploads> {
  private final Store store;
  private final Releases releases;
  private final InstantSource clock;
  private @Nullable Uploads opened;

  public UploadsOnDemand(Store store, Releases releases, InstantSource clock) {
    this.store = store;
    this.releases = releases;
    this.clock = clock;
  }

  @Override
  public synchronized Uploads get() {
    if (opened == null) {
      opened = Uploads.besideShipped(store, releases, clock);
    }
    return opened;
  }
}
