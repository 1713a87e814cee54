package org.rapport.bot.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rapport.bot.people.Cast.AMA;
import static org.rapport.bot.people.Cast.AMA_IN_TEAMS;
import static org.rapport.bot.people.Cast.BEN;
import static org.rapport.bot.people.Cast.CHIEF;
import static org.rapport.bot.people.Cast.STRANGER;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.rapport.bot.audit.Actor;
import org.rapport.bot.audit.Audit;
import org.rapport.bot.channel.Address;
import org.rapport.bot.store.Store;
import org.rapport.bot.store.TestDatabase;

@ParameterizedClass
@EnumSource
class RolesTest {
  private static final InstantSource CLOCK = InstantSource.system();
  private static final Actor OPERATOR = new Actor("operator", "command line");

  private final TestDatabase database;

  @TempDir Path folder;

  private Store store;
  private People people;
  private Audit audit;
  private Roles roles;

  RolesTest(TestDatabase database) {
    this.database = database;
  }

  @BeforeEach
  void open() {
    store = database.fresh(folder);
    people = new People(store, CLOCK);
    audit = new Audit(store, CLOCK);
    roles = roles(Set.of(CHIEF));
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void everybodyIsALeaderUntilTheyAreGrantedMore() {
    assertThat(roles.of(AMA)).isEqualTo(Role.LEADER);
    assertThat(roles.of(CHIEF)).isEqualTo(Role.ADMIN);

    assertThat(roles.change(CHIEF, AMA, Role.COMMS_LEAD))
        .isEqualTo(new RoleChange.Done(Role.LEADER, Role.COMMS_LEAD));

    assertThat(roles.of(AMA)).isEqualTo(Role.COMMS_LEAD);
    assertThat(roles.allow(AMA, Permission.FREEZE)).isTrue();
    assertThat(roles.allow(AMA, Permission.ROLES)).isFalse();
    assertThat(roles.of(BEN)).isEqualTo(Role.LEADER);
  }

  @Test
  void whoMayNotGrantIsToldWhoMayAndTheTryIsAudited() {
    roles.change(CHIEF, BEN, Role.ADMIN);

    assertThat(roles.change(AMA, AMA, Role.ADMIN))
        .isEqualTo(new RoleChange.NotAllowed(List.of(BEN, CHIEF)));

    assertThat(roles.of(AMA)).isEqualTo(Role.LEADER);
    assertThat(audit())
        .containsExactlyInAnyOrder(
            "U0CHIEF grant slack:T0TRUST/U0BEN DONE", "U0AMA grant slack:T0TRUST/U0AMA REFUSED");
  }

  @Test
  void nobodyGrantsInAnotherOrganisation() {
    assertThat(roles.change(CHIEF, STRANGER, Role.ADMIN))
        .isEqualTo(new RoleChange.OtherOrganisation());
    assertThat(roles.change(CHIEF, AMA_IN_TEAMS, Role.ADMIN))
        .isEqualTo(new RoleChange.OtherOrganisation());
    assertThat(roles.of(STRANGER)).isEqualTo(Role.LEADER);
  }

  @Test
  void theLastAdminStays() {
    roles = roles(Set.of());
    roles.change(OPERATOR, AMA, Role.ADMIN);

    assertThat(roles.change(AMA, AMA, Role.LEADER)).isEqualTo(new RoleChange.LastAdmin());
    assertThat(roles.change(AMA, AMA, Role.COMMS_LEAD)).isEqualTo(new RoleChange.LastAdmin());
    assertThat(roles.change(OPERATOR, AMA, Role.LEADER)).isEqualTo(new RoleChange.LastAdmin());

    roles.change(AMA, BEN, Role.ADMIN);
    assertThat(roles.change(AMA, AMA, Role.LEADER))
        .isEqualTo(new RoleChange.Done(Role.ADMIN, Role.LEADER));
  }

  @Test
  void theLastGrantedAdminCanGoWhereTheSettingsNameOne() {
    people.organisation(CHIEF);
    roles.change(OPERATOR, AMA, Role.ADMIN);

    assertThat(roles.change(CHIEF, AMA, Role.LEADER)).isInstanceOf(RoleChange.Done.class);
  }

  @Test
  void anAdminOfAnotherOrganisationDoesNotCountAsOneLeft() {
    roles.change(OPERATOR, STRANGER, Role.ADMIN);

    assertThat(roles.change(OPERATOR, STRANGER, Role.LEADER)).isEqualTo(new RoleChange.LastAdmin());
  }

  @Test
  void whomTheSettingsNameNobodyRevokes() {
    roles.change(CHIEF, AMA, Role.ADMIN);

    assertThat(roles.change(AMA, CHIEF, Role.LEADER)).isEqualTo(new RoleChange.NamedInSettings());
    assertThat(roles.of(CHIEF)).isEqualTo(Role.ADMIN);
  }

  @Test
  void twoAdminsWhoRevokeEachOtherAtOnceLeaveOne() throws Exception {
    roles = roles(Set.of());
    for (int round = 0; round < 5; round++) {
      roles.change(OPERATOR, AMA, Role.ADMIN);
      roles.change(OPERATOR, BEN, Role.ADMIN);

      List<RoleChange> both =
          together(
              () -> roles.change(AMA, BEN, Role.LEADER), () -> roles.change(BEN, AMA, Role.LEADER));

      assertThat(both).filteredOn(RoleChange.Done.class::isInstance).hasSize(1);
      assertThat(List.of(roles.of(AMA), roles.of(BEN))).containsOnlyOnce(Role.ADMIN);
    }
  }

  @Test
  void holdersAreListedAdminsFirstAndOnlyOfTheOrganisation() {
    roles.change(CHIEF, AMA, Role.COMMS_LEAD);
    roles.change(CHIEF, BEN, Role.ADMIN);
    roles.change(OPERATOR, STRANGER, Role.ADMIN);

    assertThat(roles.holders(people.organisation(CHIEF).orElseThrow()))
        .containsExactlyInAnyOrder(
            new RoleHolder(List.of(CHIEF), Role.ADMIN, true),
            new RoleHolder(List.of(BEN), Role.ADMIN, false),
            new RoleHolder(List.of(AMA), Role.COMMS_LEAD, false))
        .last()
        .isEqualTo(new RoleHolder(List.of(AMA), Role.COMMS_LEAD, false));
  }

  @Test
  void anIdOfMicrosoftsDirectoryIsTheSamePersonInAnyCase() {
    roles.change(OPERATOR, new Address(Address.Kind.TEAMS, "9F-Tenant", "6A1C-Ama"), Role.ADMIN);

    assertThat(roles.of(AMA_IN_TEAMS)).isEqualTo(Role.ADMIN);
  }

  private Roles roles(Set<Address> named) {
    return new Roles(store, new Admins(named), audit, CLOCK);
  }

  private List<String> audit() {
    return audit.last(people.organisation(CHIEF).orElseThrow(), 10).stream()
        .map(line ->
            line.by().name()
                + " "
                + line.deed().action()
                + " "
                + line.deed().subject()
                + " "
                + line.deed().result())
        .toList();
  }

  private static List<RoleChange> together(Callable<RoleChange> one, Callable<RoleChange> other)
      throws Exception {
    try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
      List<Future<RoleChange>> both = threads.invokeAll(List.of(one, other));
      return List.of(both.getFirst().get(), both.getLast().get());
    }
  }
}
