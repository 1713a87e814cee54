package org.rapport.bot.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.rapport.bot.campaign.CampaignWorld.user;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rapport.bot.people.Enrolled;
import org.rapport.bot.people.Enrolments;
import org.rapport.bot.people.Group;
import org.rapport.bot.people.Position;
import org.rapport.bot.people.Preferences;
import org.rapport.bot.people.Stage;
import org.rapport.bot.store.TestDatabase;
import org.rapport.knowledge.library.Nation;
import org.rapport.knowledge.library.Span;

@ParameterizedClass
@EnumSource
class PeopleImportTest {
  private final TestDatabase database;

  @TempDir Path folder;

  private CampaignWorld world;

  PeopleImportTest(TestDatabase database) {
    this.database = database;
  }

  @BeforeEach
  void open() {
    world = new CampaignWorld(database, folder);
  }

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void whatTheTableSaysOfSomebodyIsKept() {
    PeopleImport.Report report =
        world.enrolled(
            "Address,position,stage,zone,nation,tags,leave",
            "slack:T0TRUST/U1,Chief Executive,2,Europe/Paris,Scotland,\"board; east\","
                + "2027-02-01..2027-02-14");

    assertThat(report).isEqualTo(new PeopleImport.Report(1, 0, 0, List.of()));
    Enrolled one = only(Group.ANYBODY);
    assertThat(one.preferences().position()).contains(Position.CHIEF_EXECUTIVE);
    assertThat(one.preferences().stage()).isEqualTo(Stage.STARTER);
    assertThat(one.preferences().zone()).isEqualTo(ZoneId.of("Europe/Paris"));
    assertThat(one.nation()).contains(Nation.SCOTLAND);
    assertThat(one.leave())
        .containsExactly(new Span(LocalDate.parse("2027-02-01"), LocalDate.parse("2027-02-14")));
    assertThat(only(CampaignWorld.tagged("east")).person()).isEqualTo(one.person());
  }

  @Test
  void badRowsAreListedAndTheGoodOnesTaken() {
    PeopleImport.Report report =
        world.enrolled(
            "address,position,stage",
            "slack:T0TRUST/U1,chair,1",
            "ama@trust.nhs.uk,chair,1",
            "slack:T0TRUST/U2,king,9",
            "slack:T0TRUST/U3,chair",
            "",
            ",,",
            "slack:T0OTHER/U4,chair,1",
            "slack:T0TRUST/U5,\"chair,1",
            "slack:T0TRUST/U6,chair,1");

    assertThat(report.added()).isEqualTo(1);
    assertThat(report.bad())
        .extracting(PeopleImport.BadRow::line)
        .startsWith(3, 4, 5)
        .contains(8, 9);
    assertThat(report.bad())
        .extracting(PeopleImport.BadRow::reason)
        .contains(
            "address: expected slack:TEAM/USER or teams:TENANT/AADID",
            "position: expected one such as chief-executive; stage: expected 0 to 5",
            "expected 3 cells, found 2",
            "their workspace is not one of this organisation's",
            "a quotation mark is missing or out of place");
  }

  @Test
  void whatAPersonSettledThemselfCountsMore() {
    world.preferences.change(user("U1"), now -> with(now, Position.CHAIR));

    world.enrolled("address,position,stage", "slack:T0TRUST/U1,operations,3");

    Enrolled one = only(Group.ANYBODY);
    assertThat(one.preferences().position()).contains(Position.CHAIR);
    assertThat(one.preferences().stage()).isEqualTo(Stage.REGULAR);
  }

  @Test
  void aMistakeIsMendedByALaterTableUnlessThePersonHasChangedIt() {
    world.enrolled("address,position", "slack:T0TRUST/U1,operations");
    assertThat(world.enrolled("address,position", "slack:T0TRUST/U1,chair").changed()).isEqualTo(1);
    assertThat(only(Group.ANYBODY).preferences().position()).contains(Position.CHAIR);

    world.preferences.change(user("U1"), now -> with(now, Position.GOVERNANCE));
    world.enrolled("address,position", "slack:T0TRUST/U1,operations");

    assertThat(only(Group.ANYBODY).preferences().position()).contains(Position.GOVERNANCE);
  }

  @Test
  void whoSaidStopStaysStopped() {
    world.preferences.change(user("U1"), Preferences::stop);

    world.enrolled("address", "slack:T0TRUST/U1");

    assertThat(only(Group.ANYBODY).preferences().stopped()).isTrue();
  }

  @Test
  void whoeverAskedToBeForgottenIsNotEnrolled() {
    world.store.run(handle ->
        handle.execute(
            "insert into suppression (address_hash, since) values (?, 0)",
            HexFormat.of()
                .formatHex(
                    Arrays.copyOf("slack:T0TRUST/U1".getBytes(StandardCharsets.UTF_8), 32))));

    PeopleImport.Report report = world.enrolled("address", "slack:T0TRUST/U1", "slack:T0TRUST/U2");

    assertThat(report.added()).isEqualTo(1);
    assertThat(report.bad())
        .containsExactly(new PeopleImport.BadRow(2, "they asked to be forgotten"));
  }

  @Test
  void everybodyOfATableCanBePutOnAList() {
    world.imports.take(
        world.lead(),
        "address\r\nslack:T0TRUST/U1\r\n".getBytes(StandardCharsets.UTF_8),
        new PeopleImport.Why("the board office", "the board asked", Optional.of("Board")));
    world.enrolled("address", "slack:T0TRUST/U2");

    Group board = new Group(Set.of(), Set.of(), Set.of(), Set.of(), Set.of("Board"));
    assertThat(only(board).person().addresses()).containsExactly(user("U1"));
    assertThat(world.enrolments.lists(world.organisation())).containsExactly("Board");
    assertThat(world.enrolments.because(world.organisation(), only(board).person().id()))
        .contains(new Enrolments.Because("the board office", "the board asked"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "name,position\nx,y", "address,address\na,b", "address,email\na,b"})
  void aTableWhoseColumnsAreNotKnownIsRefused(String table) {
    assertThatThrownBy(() ->
            world.imports.take(
                world.lead(),
                table.getBytes(StandardCharsets.UTF_8),
                new PeopleImport.Why("us", "a plan", Optional.empty())))
        .isInstanceOf(InputRefused.class)
        .hasMessageContaining("line 1: expected the names of columns, address and any of");
  }

  @Test
  void aTableThatIsNotUtf8IsRefused() {
    assertThatThrownBy(() ->
            world.imports.take(
                world.lead(),
                new byte[] {'a', (byte) 0xff, (byte) 0xfe},
                new PeopleImport.Why("us", "a plan", Optional.empty())))
        .isInstanceOf(InputRefused.class)
        .hasMessage("expected a table in UTF-8");
  }

  @Test
  void anEndlessRowAndAnOpenQuotationAreBoundedAndListed() {
    PeopleImport.Report report =
        world.enrolled(
            "address",
            "x".repeat(100_000),
            ",".repeat(5_000),
            "\"" + "y\n".repeat(10_000),
            "slack:T0TRUST/U1");

    assertThat(report.added()).isLessThanOrEqualTo(1);
    assertThat(report.refused()).isGreaterThanOrEqualTo(3);
    assertThat(report.bad()).hasSizeLessThanOrEqualTo(1000);
  }

  private Enrolled only(Group group) {
    List<Enrolled> found =
        world.store.read(handle ->
            world.enrolments.page(handle, world.organisation(), group, Group.ANYBODY, "", 10));
    assertThat(found).hasSize(1);
    return found.getFirst();
  }

  private static Preferences with(Preferences now, Position position) {
    return new Preferences(
        Optional.of(position),
        now.stage(),
        now.platforms(),
        now.zone(),
        now.nudgeDay(),
        now.nudgeTime(),
        now.quiet(),
        now.pausedUntil(),
        now.stopped(),
        now.keepsHistory());
  }
}
