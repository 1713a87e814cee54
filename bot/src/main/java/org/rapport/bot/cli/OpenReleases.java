package org.rapport.bot.cli;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.InstantSource;
import java.util.List;
import org.rapport.bot.Settings;
import org.rapport.bot.audit.Actor;
import org.rapport.bot.audit.Audit;
import org.rapport.bot.people.Organisation;
import org.rapport.bot.people.People;
import org.rapport.bot.release.PreparedVectors;
import org.rapport.bot.release.Releases;
import org.rapport.bot.release.Replica;
import org.rapport.bot.release.Uploads;
import org.rapport.bot.store.DataFolder;
import org.rapport.bot.store.Store;
import org.rapport.knowledge.Knowledge;

/** The releases of the data folder and its database, for one command. */
final class OpenReleases implements AutoCloseable {
  private final InstantSource clock = InstantSource.system();
  private final Store store;
  private final Knowledge knowledge;
  private final Releases releases;

  private OpenReleases(Store store, Knowledge knowledge) {
    this.store = store;
    this.knowledge = knowledge;
    this.releases =
        new Releases(
            store,
            knowledge,
            new Replica(store, knowledge),
            PreparedVectors.find(),
            new Audit(store, clock),
            clock);
  }

  /**
   * Opens them.
   *
   * @throws Refusal if the database is not of this version
   */
  static OpenReleases of(Settings settings) {
    Store store = OpenDatabase.of(settings);
    try {
      return new OpenReleases(store, Knowledge.open(new DataFolder(settings.data()).index()));
    } catch (RuntimeException failed) {
      store.close();
      throw failed;
    }
  }

  Releases releases() {
    return releases;
  }

  /** What organisations give, measured by the golden questions that come with Rapport. */
  Uploads uploads() {
    return Uploads.besideShipped(store, releases, clock);
  }

  List<Organisation> organisations() {
    return new People(store, clock).organisations();
  }

  /** Whoever runs the command. */
  static Actor actor() {
    return new Actor(System.getProperty("user.name", "unknown"), "command line on " + machine());
  }

  private static String machine() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException unnamed) {
      return "this machine";
    }
  }

  @Override
  public void close() {
    knowledge.close();
    store.close();
  }
}
