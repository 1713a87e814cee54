package org.rapport.bot.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rapport.bot.people.Cast.AMA;
import static org.rapport.bot.people.Cast.AMA_IN_TEAMS;
import static org.rapport.bot.people.Cast.BEN;
import static org.rapport.bot.people.Cast.CHIEF;
import static org.rapport.bot.people.Cast.STRANGER;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rapport.bot.audit.Actor;
import org.rapport.bot.channel.Address;
import org.rapport.bot.store.Belongings;
import org.rapport.bot.store.TestDatabase;

class JoiningTest extends OnePersonTest {
  private static final Actor OPERATOR = new Actor("operator", "command line");

  private final List<String> moved = new ArrayList<>();
  private boolean clash;
  private Joining joining;

  JoiningTest(TestDatabase database) {
    super(database);
  }

  @BeforeEach
  void anAdminOnEachSide() {
    joining = new Joining(store, roles, HASH, audit, List.of(audit, new Documents()), () -> now);
    roles.change(OPERATOR, AMA_IN_TEAMS, Role.ADMIN);
    people.organisation(CHIEF);
  }

  @Test
  void twoWorkspacesBecomeOneOrganisation() {
    String host = organisation(CHIEF);
    String guest = organisation(AMA_IN_TEAMS);

    JoinRequest request = asked(joining.ask(AMA_IN_TEAMS, code()));
    assertThat(request.host().id()).isEqualTo(host);
    assertThat(request.hostAt()).isEqualTo(CHIEF);
    assertThat(request.guestAt()).isEqualTo(AMA_IN_TEAMS);
    assertThat(organisation(AMA_IN_TEAMS)).isEqualTo(guest);

    assertThat(joining.confirm(CHIEF, request.id())).isEqualTo(new JoinStep.Joined(request));

    assertThat(organisation(AMA_IN_TEAMS)).isEqualTo(host);
    assertThat(roles.of(AMA_IN_TEAMS)).isEqualTo(Role.ADMIN);
    assertThat(roles.admins(host)).contains(AMA_IN_TEAMS, CHIEF);
    assertThat(audit.last(guest, 10)).isEmpty();
    assertThat(audit.last(host, 10)).extracting(line -> line.deed().action()).contains("grant");
    assertThat(people.organisations()).extracting(Organisation::id).containsExactly(host);
    assertThat(moved).containsExactly(guest + " into " + host);
  }

  @Test
  void onceJoinedAPersonCanLinkTheirTwoPlaces() {
    assertThat(linking.link(AMA_IN_TEAMS, linking.code(AMA)))
        .isInstanceOf(Linked.OtherOrganisation.class);
    join();

    assertThat(linking.link(AMA_IN_TEAMS, linking.code(AMA))).isInstanceOf(Linked.Done.class);
  }

  @Test
  void onlyAdminsOfBothSidesCanDoIt() {
    assertThat(joining.start(AMA)).isEqualTo(new JoinStep.NotAllowed(List.of(CHIEF)));
    assertThat(joining.ask(STRANGER, code())).isEqualTo(new JoinStep.NotAllowed(List.of()));
    assertThat(audit.last(organisation(STRANGER), 10))
        .extracting(line -> line.deed().result().name())
        .containsExactly("REFUSED");
  }

  @Test
  void onlyWhoMadeTheCodeConfirms() {
    roles.change(CHIEF, BEN, Role.ADMIN);
    JoinRequest request = asked(joining.ask(AMA_IN_TEAMS, code()));

    for (Address other : List.of(BEN, AMA_IN_TEAMS)) {
      assertThat(joining.confirm(other, request.id())).isEqualTo(new JoinStep.Gone());
    }
    assertThat(joining.confirm(AMA, request.id())).isInstanceOf(JoinStep.NotAllowed.class);
    assertThat(joining.confirm(CHIEF, UUID.randomUUID().toString())).isEqualTo(new JoinStep.Gone());
    assertThat(organisation(AMA_IN_TEAMS)).isNotEqualTo(organisation(CHIEF));
  }

  @Test
  void aRequestIsConfirmedOnceHoweverOftenItIsPressed() {
    JoinRequest request = asked(joining.ask(AMA_IN_TEAMS, code()));

    List<JoinStep> both =
        together(
            List.of(
                () -> joining.confirm(CHIEF, request.id()),
                () -> joining.confirm(CHIEF, request.id())));

    assertThat(both).containsExactlyInAnyOrder(new JoinStep.Joined(request), new JoinStep.Gone());
    assertThat(moved).hasSize(1);
  }

  @Test
  void aRequestWaitsForADay() {
    JoinRequest request = asked(joining.ask(AMA_IN_TEAMS, code()));
    assertThat(joining.start(CHIEF)).isEqualTo(new JoinStep.Asked(request));
    now = now.plus(Joining.WAITS);

    assertThat(joining.confirm(CHIEF, request.id())).isEqualTo(new JoinStep.Gone());
    assertThat(joining.start(CHIEF)).isInstanceOf(JoinStep.Code.class);
  }

  @Test
  void whoIsNoAdminAnyMoreDoesNotJoin() {
    JoinRequest request = asked(joining.ask(AMA_IN_TEAMS, code()));
    roles.change(OPERATOR, new Address(AMA_IN_TEAMS.channel(), "9f-tenant", "u2"), Role.ADMIN);
    roles.change(OPERATOR, AMA_IN_TEAMS, Role.LEADER);

    assertThat(joining.confirm(CHIEF, request.id())).isEqualTo(new JoinStep.Gone());
  }

  @Test
  void twoThatBothHaveDocumentsStayTwo() {
    JoinRequest request = asked(joining.ask(AMA_IN_TEAMS, code()));
    clash = true;

    assertThat(joining.confirm(CHIEF, request.id())).isEqualTo(new JoinStep.BothHaveDocuments());
    assertThat(joining.ask(AMA_IN_TEAMS, code())).isEqualTo(new JoinStep.BothHaveDocuments());
    assertThat(moved).isEmpty();
  }

  @Test
  void aCodeForLinkingIsWrongHere() {
    assertThat(joining.ask(AMA_IN_TEAMS, linking.code(CHIEF))).isEqualTo(new JoinStep.Wrong(4));
    assertThat(linking.link(AMA, code())).isInstanceOf(Linked.Wrong.class);
  }

  @Test
  void withinOneOrganisationThereIsNothingToJoin() {
    roles.change(CHIEF, BEN, Role.ADMIN);

    assertThat(joining.ask(BEN, code())).isEqualTo(new JoinStep.Already());
  }

  private void join() {
    joining.confirm(CHIEF, asked(joining.ask(AMA_IN_TEAMS, code())).id());
  }

  private String code() {
    return ((JoinStep.Code) joining.start(CHIEF)).code();
  }

  private static JoinRequest asked(JoinStep step) {
    return ((JoinStep.Asked) step).request();
  }

  private String organisation(Address of) {
    return store
        .read(handle -> PeopleTables.organisation(handle, of))
        .or(() -> people.organisation(of))
        .orElseThrow();
  }

  /** Stands for what else moves. */
  private final class Documents implements Belongings {
    @Override
    public boolean clash(Handle handle, String from, String into) {
      return clash;
    }

    @Override
    public void move(Handle handle, String from, String into) {
      moved.add(from + " into " + into);
    }
  }
}
