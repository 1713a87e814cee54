package org.rapport.bot.release;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.rapport.bot.audit.Actor;
import org.rapport.bot.audit.Audit;
import org.rapport.bot.audit.Deed;
import org.rapport.bot.release.ReleaseTables.Live;
import org.rapport.bot.store.Store;
import org.rapport.knowledge.Draft;
import org.rapport.knowledge.Knowledge;
import org.rapport.knowledge.ask.Indexing;
import org.rapport.knowledge.embed.KnownVectors;
import org.rapport.knowledge.embed.Progress;
import org.rapport.knowledge.evaluate.Gate;
import org.rapport.knowledge.index.Entry;
import org.rapport.knowledge.index.Generations;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes content live, and back. The database says what is live; each {@link Replica} builds that on
 * its own disk from what is there, and serves what it had until it is done.
 */
public final class Releases {
  /** How many generations of an owner are kept. */
  public static final int KEPT = 5;

  private static final int VECTORS_AT_ONCE = 100;

  /** Tells this lock of the database from others; any number would do. */
  private static final long LOCK = 7_246_871;

  private static final Logger log = LoggerFactory.getLogger(Releases.class);

  private final Store store;
  private final Knowledge knowledge;
  private final Replica replica;
  private final KnownVectors prepared;
  private final Audit audit;
  private final InstantSource clock;

  /**
   * @param prepared vectors that came with the build
   */
  public Releases(
      Store store,
      Knowledge knowledge,
      Replica replica,
      KnownVectors prepared,
      Audit audit,
      InstantSource clock) {
    this.store = store;
    this.knowledge = knowledge;
    this.replica = replica;
    this.prepared = prepared;
    this.audit = audit;
    this.clock = clock;
  }

  /** There is no such generation any more, or there never was. */
  public static final class NotKept extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotKept(int number, List<Integer> kept) {
      super(
          kept.isEmpty()
              ? "Nothing is released yet: run reindex"
              : "Generation " + number + " is not kept; expected one of " + kept);
    }
  }

  /** The generations of an owner that are kept, newest first. */
  public List<Released> all(String owner) {
    return store.read(handle -> ReleaseTables.all(handle, owner));
  }

  /**
   * Releases some content. Questions are answered all the while, from what was live before or from
   * this.
   *
   * @param progress hears how many new sections are written
   * @throws Generations.Busy if another release is under way
   */
  public Release release(Order order, Progress progress) {
    return release(order.owner(), live -> order, progress);
  }

  /**
   * Releases what somebody makes of what is live; if that changes meanwhile, nothing is released.
   *
   * @param change gets the number of the live generation, 0 if there is none
   * @throws Generations.Busy if another release is under way
   */
  Release release(String owner, IntFunction<Order> change, Progress progress) {
    Release release =
        alone(() -> {
          Optional<Live> live = replica.follow(owner);
          return release(change.apply(live.map(Live::number).orElse(0)), live, progress);
        });
    if (release instanceof Release.Live) {
      prune(owner);
    }
    return release;
  }

  private Release release(Order order, Optional<Live> live, Progress progress) {
    if (live.isPresent()
        && live.get().digest().equals(order.edition().digest())
        && !order.force()) {
      return new Release.Unchanged(live.get().number(), order.edition().entries().size());
    }
    try (Draft draft = draft(order, progress)) {
      KnownVectors texts = textVectors(order);
      Optional<Gate> gate = draft.trial(texts).map(trial -> Gate.ofTouched(order.golden(), trial));
      if (gate.isPresent() && !order.force() && !gate.get().passes(order.margin())) {
        refuse(order, draft, gate.get());
        return new Release.Refused(draft.difference(), gate.get(), order.margin());
      }
      write(order, draft, live, draft.learn(Gate.asked(order.golden()), texts));
      draft.goLive();
      return new Release.Live(
          draft.number(), draft.sections(), draft.embedded(), draft.difference(), gate);
    }
  }

  /**
   * What a release would bring; nothing is released.
   *
   * @throws Generations.Busy if another release is under way
   */
  public Release rehearse(Order order, Progress progress) {
    return alone(() -> {
      replica.follow(order.owner());
      try (Draft draft = draft(order, progress)) {
        Optional<Gate> gate =
            draft.trial(textVectors(order)).map(trial -> Gate.ofAll(order.golden(), trial));
        boolean passes = gate.map(result -> result.passes(order.margin())).orElse(true);
        return new Release.Rehearsed(draft.sections(), draft.difference(), gate, passes);
      }
    });
  }

  /**
   * Notes what answers here already as the first release, if nothing is released yet; so that it is
   * not built again.
   *
   * @return false if something is released, or this is not what answers here
   * @throws Generations.Busy if another release is under way
   */
  public boolean adopt(Order order) {
    return alone(() -> {
      boolean answers = knowledge.digest(order.owner()).equals(order.edition().digest());
      if (!answers || !all(order.owner()).isEmpty()) {
        return false;
      }
      store.run(handle -> {
        keepVectors(handle, order, knowledge.vectors(order.owner()));
        write(
            handle,
            order,
            knowledge.generation(order.owner()),
            OptionalInt.empty(),
            Set.of(),
            "adopted");
      });
      return true;
    });
  }

  /**
   * Makes an earlier generation the live one.
   *
   * @throws NotKept if it is not kept
   * @throws Generations.Busy if a release is under way
   */
  public void rollBack(String owner, int number, Actor by) {
    alone(() -> {
      store.run(handle -> {
        List<Integer> kept =
            ReleaseTables.all(handle, owner).stream().map(Released::number).toList();
        if (!kept.contains(number)) {
          throw new NotKept(number, kept);
        }
        OptionalInt before = ReleaseTables.liveNumber(handle, owner);
        if (!ReleaseTables.makeLive(handle, owner, number, before, clock.millis())) {
          throw new Generations.Busy();
        }
        String detail = before.isPresent() ? "generation " + before.getAsInt() + " before" : "";
        audit.note(handle, by, deed(owner, "rollback", number, Deed.Result.DONE, detail));
      });
      return replica.follow(owner);
    });
  }

  private Draft draft(Order order, Progress progress) {
    int last = all(order.owner()).stream().mapToInt(Released::number).max().orElse(0);
    return knowledge.draft(
        order.owner(),
        Math.max(last, knowledge.generation(order.owner())) + 1,
        order.edition(),
        prepared.then(new KeptVectors(store, order.owner())),
        progress);
  }

  /** Those of the golden questions; an organisation's are mostly everybody's. */
  private KnownVectors textVectors(Order order) {
    KnownVectors everybodys = new KeptVectors(store, Knowledge.EVERYBODY);
    KnownVectors there = prepared.then(everybodys);
    return order.owner().equals(Knowledge.EVERYBODY)
        ? there
        : there.then(new KeptVectors(store, order.owner()));
  }

  private void refuse(Order order, Draft draft, Gate gate) {
    String detail =
        "%d of %d golden questions right, %d before"
            .formatted(gate.rightAfter(), gate.asked(), gate.rightBefore());
    audit.note(
        order.by(), deed(order.owner(), "reindex", draft.number(), Deed.Result.REFUSED, detail));
  }

  private void write(Order order, Draft draft, Optional<Live> before, Set<String> golden) {
    String detail =
        "%d added, %d changed, %d removed%s"
            .formatted(
                draft.difference().added().size(),
                draft.difference().changed().size(),
                draft.difference().removed().size(),
                order.force() ? ", forced" : "");
    OptionalInt live =
        before.map(there -> OptionalInt.of(there.number())).orElse(OptionalInt.empty());
    store.run(handle -> {
      keepVectors(handle, order, draft.vectors());
      write(handle, order, draft.number(), live, golden, detail);
    });
  }

  /** Those of entries that are new here, few at a time: all at once are many. */
  private void keepVectors(Handle handle, Order order, KnownVectors vectors) {
    List<String> keys = new ArrayList<>(Indexing.rulesVectorKeys(order.edition()));
    ReleaseTables.newEntries(handle, order.owner(), order.edition()).values().stream()
        .map(Entry::vectorsKey)
        .forEach(keys::add);
    KeptVectors kept = new KeptVectors(store, order.owner());
    for (int from = 0; from < keys.size(); from += VECTORS_AT_ONCE) {
      List<String> some = keys.subList(from, Math.min(from + VECTORS_AT_ONCE, keys.size()));
      kept.keep(handle, vectors.find(kept.missing(handle, some)));
    }
  }

  private void write(
      Handle handle,
      Order order,
      int number,
      OptionalInt before,
      Set<String> golden,
      String detail) {
    long now = clock.millis();
    boolean isFirst =
        ReleaseTables.add(
            handle,
            order.owner(),
            number,
            order.edition(),
            golden,
            order.origin(),
            order.by().name(),
            now);
    if (!isFirst || !ReleaseTables.makeLive(handle, order.owner(), number, before, now)) {
      throw new Generations.Busy();
    }
    audit.note(
        handle, order.by(), deed(order.owner(), "reindex", number, Deed.Result.DONE, detail));
  }

  private static Deed deed(
      String owner, String action, int number, Deed.Result result, String detail) {
    return new Deed(owner, action, "generation " + number, result, detail);
  }

  /** Deletes what is older than the last few; if somebody works here, the next release does. */
  private void prune(String owner) {
    List<Integer> kept = store.write(handle -> ReleaseTables.prune(handle, owner, KEPT));
    try {
      knowledge.keepOnly(owner, kept);
    } catch (Generations.Busy next) {
      log.debug("Old generations stay on this disk for now");
    }
  }

  private <R> R alone(Supplier<R> work) {
    return store.exclusively(LOCK, work).orElseThrow(Generations.Busy::new);
  }
}
