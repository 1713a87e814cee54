package org.rapport.bot.people;

import java.time.InstantSource;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.rapport.bot.audit.Audit;
import org.rapport.bot.audit.Deed;
import org.rapport.bot.channel.Address;
import org.rapport.bot.store.Store;
import org.rapport.bot.store.StoreAway;

/** Makes one person of somebody's Slack and their Teams, by a code that they carry across. */
public final class Linking {
  private final Store store;
  private final OneTimeCodes codes;
  private final Audit audit;
  private final List<PersonalTrace> traces;
  private final InstantSource clock;

  /**
   * @param traces what other features keep by the id of a person
   */
  public Linking(
      Store store, KeyedHash hash, Audit audit, List<PersonalTrace> traces, InstantSource clock) {
    this.store = store;
    this.codes = new OneTimeCodes(new Fingerprints(hash), clock);
    this.audit = audit;
    this.traces = List.copyOf(traces);
    this.clock = clock;
  }

  /**
   * A code for the person at an address, to be typed where they are too: eight letters and digits,
   * good for ten minutes and one use.
   *
   * @throws StoreAway while the database is away
   */
  public String code(Address who) {
    return store.write(handle ->
        codes.make(
            handle,
            OneTimeCodes.Purpose.LINK,
            PeopleTables.addedId(handle, who, clock.millis()),
            who));
  }

  /**
   * Tries a code that was made where they are too.
   *
   * @throws StoreAway while the database is away
   */
  public Linked link(Address by, String code) {
    return store.write(handle -> {
      String person = PeopleTables.addedId(handle, by, clock.millis());
      return switch (codes.use(handle, OneTimeCodes.Purpose.LINK, by, person, code)) {
        case CodeTry.Wrong wrong -> new Linked.Wrong(wrong.triesLeft());
        case CodeTry.Locked locked -> new Linked.Locked(locked.until());
        case CodeTry.Right right -> link(handle, by, right);
      };
    });
  }

  private Linked link(Handle handle, Address by, CodeTry.Right code) {
    Person maker = PeopleTables.person(handle, code.madeBy()).orElseThrow();
    Person user = PeopleTables.find(handle, by).orElseThrow();
    if (maker.id().equals(user.id())) {
      return new Linked.Already();
    }
    if (!maker.organisation().equals(user.organisation())) {
      note(handle, user, by, code.madeAt(), Deed.Result.REFUSED);
      return new Linked.OtherOrganisation(code.madeAt());
    }
    PeopleTables.hold(handle, maker.organisation());
    traces.forEach(each -> each.unite(handle, maker, user));
    PersonUnion.unite(handle, maker, user, clock.millis());
    note(handle, user, by, code.madeAt(), Deed.Result.DONE);
    return new Linked.Done(code.madeAt());
  }

  private void note(Handle handle, Person user, Address by, Address other, Deed.Result result) {
    String why = result == Deed.Result.REFUSED ? "of another organisation" : "one person now";
    audit.note(
        handle,
        Actors.of(by),
        new Deed(user.organisation(), "link", AddressText.of(other), result, why));
  }
}
