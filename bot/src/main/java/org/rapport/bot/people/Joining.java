package org.rapport.bot.people;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.rapport.bot.audit.Audit;
import org.rapport.bot.audit.Deed;
import org.rapport.bot.channel.Address;
import org.rapport.bot.store.Belongings;
import org.rapport.bot.store.Store;
import org.rapport.bot.store.StoreAway;

/**
 * Makes one organisation of two: an admin of the one that stays makes a code, an admin of the one
 * that joins types it, and the first confirms. People, roles, questions, audit and documents then
 * belong to the one that stays; nothing is lost.
 */
public final class Joining {
  /** How long a request waits for the first admin. */
  public static final Duration WAITS = Duration.ofDays(1);

  private final Store store;
  private final Roles roles;
  private final OneTimeCodes codes;
  private final Audit audit;
  private final List<Belongings> belongings;
  private final InstantSource clock;

  /**
   * @param belongings what moves besides people and workspaces, the audit trail among it
   */
  public Joining(
      Store store,
      Roles roles,
      KeyedHash hash,
      Audit audit,
      List<Belongings> belongings,
      InstantSource clock) {
    this.store = store;
    this.roles = roles;
    this.codes = new OneTimeCodes(new Fingerprints(hash), clock);
    this.audit = audit;
    this.belongings = List.copyOf(belongings);
    this.clock = clock;
  }

  /**
   * A code for an admin of the organisation that stays; or the request that waits for them.
   *
   * @throws StoreAway while the database is away
   */
  public JoinStep start(Address admin) {
    return asAdmin(
        admin,
        (handle, person) ->
            JoinTables.of(handle, person.id()).stream()
                .flatMap(each ->
                    JoinTables.forHost(handle, each.id(), person.id(), clock.millis()).stream())
                .<JoinStep>map(JoinStep.Asked::new)
                .findFirst()
                .orElseGet(() ->
                    new JoinStep.Code(
                        codes.make(handle, OneTimeCodes.Purpose.JOIN, person.id(), admin))));
  }

  /**
   * Tries a code, for an admin of the organisation that joins.
   *
   * @throws StoreAway while the database is away
   */
  public JoinStep ask(Address admin, String code) {
    return asAdmin(
        admin,
        (handle, person) ->
            switch (codes.use(handle, OneTimeCodes.Purpose.JOIN, admin, person.id(), code)) {
              case CodeTry.Wrong wrong -> new JoinStep.Wrong(wrong.triesLeft());
              case CodeTry.Locked locked -> new JoinStep.Locked(locked.until());
              case CodeTry.Right right -> ask(handle, person, admin, right);
            });
  }

  /**
   * Agrees to a request, for the admin who made the code.
   *
   * @param request an id that may be forged
   * @throws StoreAway while the database is away
   */
  public JoinStep confirm(Address admin, String request) {
    return asAdmin(
        admin,
        (handle, person) ->
            JoinTables.forHost(handle, request, person.id(), clock.millis())
                .map(found -> join(handle, admin, found))
                .orElseGet(JoinStep.Gone::new));
  }

  private JoinStep ask(Handle handle, Person guest, Address guestAt, CodeTry.Right code) {
    Person host = PeopleTables.person(handle, code.madeBy()).orElseThrow();
    if (host.organisation().equals(guest.organisation())) {
      return new JoinStep.Already();
    }
    if (clash(handle, guest.organisation(), host.organisation())) {
      return new JoinStep.BothHaveDocuments();
    }
    String id =
        JoinTables.add(
            handle,
            host,
            code.madeAt(),
            guest,
            guestAt,
            clock.millis(),
            clock.instant().plus(WAITS).toEpochMilli());
    return JoinTables.forHost(handle, id, host.id(), clock.millis())
        .<JoinStep>map(JoinStep.Asked::new)
        .orElseThrow();
  }

  private JoinStep join(Handle handle, Address admin, JoinRequest request) {
    String into = request.host().id();
    String from = request.guest().id();
    Stream.of(from, into).sorted().forEach(each -> PeopleTables.hold(handle, each));
    boolean stillWanted =
        PeopleTables.find(handle, request.guestAt())
            .filter(guest -> guest.organisation().equals(from))
            .filter(guest -> Permissions.allow(roles.role(handle, guest), Permission.JOINING))
            .isPresent();
    if (!JoinTables.delete(handle, request.id()) || !stillWanted || from.equals(into)) {
      return new JoinStep.Gone();
    }
    if (clash(handle, from, into)) {
      return new JoinStep.BothHaveDocuments();
    }
    JoinTables.move(handle, from, into);
    belongings.forEach(each -> each.move(handle, from, into));
    audit.note(
        handle,
        Actors.of(admin),
        new Deed(
            into,
            "join",
            request.guest().name(),
            Deed.Result.DONE,
            "asked by one of its admins; organisation " + from + " before"));
    return new JoinStep.Joined(request);
  }

  private boolean clash(Handle handle, String from, String into) {
    return belongings.stream().anyMatch(each -> each.clash(handle, from, into));
  }

  private JoinStep asAdmin(Address who, BiFunction<Handle, Person, JoinStep> step) {
    return store.write(handle -> {
      Person person = PeopleTables.added(handle, who, clock.millis());
      if (Permissions.allow(roles.role(handle, person), Permission.JOINING)) {
        return step.apply(handle, person);
      }
      audit.note(
          handle,
          Actors.of(who),
          new Deed(person.organisation(), "join", "", Deed.Result.REFUSED, "not an admin"));
      return new JoinStep.NotAllowed(roles.admins(handle, person.organisation()));
    });
  }
}
