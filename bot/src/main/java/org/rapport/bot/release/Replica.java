package org.rapport.bot.release;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.rapport.bot.release.ReleaseTables.Live;
import org.rapport.bot.store.Store;
import org.rapport.bot.store.StoreAway;
import org.rapport.knowledge.Draft;
import org.rapport.knowledge.Knowledge;
import org.rapport.knowledge.embed.Progress;
import org.rapport.knowledge.index.Edition;
import org.rapport.knowledge.index.Generations;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings what answers here to what is live in the database, whoever released it. */
public final class Replica {
  private static final Logger log = LoggerFactory.getLogger(Replica.class);

  private final Store store;
  private final Knowledge knowledge;

  public Replica(Store store, Knowledge knowledge) {
    this.store = store;
    this.knowledge = knowledge;
  }

  /**
   * Looks once; while another process works on the index here, the next look will do.
   *
   * @throws StoreAway while the database is away; the next look will do
   */
  public void keepUp() {
    try {
      live().forEach(this::follow);
    } catch (Generations.Busy later) {
      log.debug("The index is being worked on");
    }
  }

  /** What is live in the database, what is everybody's first. */
  private List<Live> live() {
    return store.read(ReleaseTables::live).stream()
        .sorted(Comparator.comparing(Live::owner))
        .toList();
  }

  /**
   * Brings one owner's part to what is live, and everybody's before it.
   *
   * @return what is live; empty if nothing is yet
   * @throws Generations.Busy if another process works on the index here
   */
  Optional<Live> follow(String owner) {
    List<Live> wanted =
        live().stream()
            .filter(each -> each.owner().equals(Knowledge.EVERYBODY) || each.owner().equals(owner))
            .toList();
    wanted.forEach(this::follow);
    return wanted.stream().filter(each -> each.owner().equals(owner)).findFirst();
  }

  private void follow(Live live) {
    String owner = live.owner();
    if (isHere(live) || knowledge.switchTo(owner, live.number(), live.digest())) {
      return;
    }
    Optional<Edition> edition =
        store.read(handle -> ReleaseTables.edition(handle, owner, live.number()));
    if (edition.isEmpty()) {
      // Another went live and this one was deleted since it was looked up; the next look will do.
      return;
    }
    try (Draft draft =
        knowledge.draft(
            owner, live.number(), edition.get(), new KeptVectors(store, owner), Progress.UNHEARD)) {
      draft.goLive();
      log.info("Generation {} is live here too, {} embedded", live.number(), draft.embedded());
    }
    knowledge.keepOnly(owner, kept(owner));
  }

  private boolean isHere(Live live) {
    return knowledge.generation(live.owner()) == live.number()
        && knowledge.digest(live.owner()).equals(live.digest());
  }

  List<Integer> kept(String owner) {
    return store.read(handle -> ReleaseTables.all(handle, owner)).stream()
        .map(Released::number)
        .toList();
  }
}
