package org.rapport.bot.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.rapport.bot.CampaignParts;
import org.rapport.bot.ChannelRosters;
import org.rapport.bot.NudgeWiring;
import org.rapport.bot.SettingsReader;
import org.rapport.bot.audit.Actor;
import org.rapport.bot.audit.Audit;
import org.rapport.bot.campaign.Campaign;
import org.rapport.bot.campaign.Kind;
import org.rapport.bot.campaign.Lead;
import org.rapport.bot.campaign.Leads;
import org.rapport.bot.campaign.Rules;
import org.rapport.bot.campaign.State;
import org.rapport.bot.campaign.TestSends;
import org.rapport.bot.channel.Address;
import org.rapport.bot.channel.Channel;
import org.rapport.bot.channel.SendResult;
import org.rapport.bot.channel.Sighting;
import org.rapport.bot.delivery.Freeze;
import org.rapport.bot.delivery.Outlet;
import org.rapport.bot.delivery.Pace;
import org.rapport.bot.delivery.SingleSends;
import org.rapport.bot.message.Action;
import org.rapport.bot.message.Block;
import org.rapport.bot.message.Entered;
import org.rapport.bot.message.Message;
import org.rapport.bot.people.Admins;
import org.rapport.bot.people.KeyedHash;
import org.rapport.bot.people.People;
import org.rapport.bot.people.Roles;
import org.rapport.bot.store.Store;
import org.rapport.bot.store.TestDatabase;

@ParameterizedClass
@EnumSource
class CampaignCommandsTest {
  private static final Address LEAD = new Address(Address.Kind.SLACK, "T0TRUST", "U0LEAD");
  private static final Address LEADER = new Address(Address.Kind.SLACK, "T0TRUST", "U0LEADER");
  private static final Address STRANGER = new Address(Address.Kind.SLACK, "T0OTHER", "U0OTHER");
  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2027-01-11T12:00:00Z"));
  private static final KeyedHash HASH = (purpose, text) -> List.of(new byte[32]);

  private final TestDatabase database;

  @TempDir Path folder;

  private Store store;
  private CampaignParts parts;
  private CampaignCommands commands;
  private CampaignForm form;
  private Audit audit;
  private People people;
  private Pace pace = Pace.UNLIMITED;
  private SendResult comes = new SendResult.Sent("1");
  private final List<Message> sent = new ArrayList<>();

  CampaignCommandsTest(TestDatabase database) {
    this.database = database;
  }

  @BeforeEach
  void open() {
    store = database.fresh(folder);
    audit = new Audit(store, CLOCK);
    people = new People(store, CLOCK);
    Wording wording = new Wording(Map.of("contact", "the comms team", "days", "90"));
    parts =
        CampaignParts.wired(
            new SettingsReader(Map.of(), folder).read(),
            store,
            HASH,
            people,
            new Roles(store, new Admins(Set.of(LEAD)), audit, CLOCK),
            audit,
            new ChannelRosters(),
            CLOCK);
    commands =
        parts.commands(
            NudgeWiring.of(store, people, audit, HASH, wording, CLOCK).previews(),
            new TestSends(
                kind ->
                    Optional.of(new Outlet(new OneChannel(), pace))
                        .filter(any -> kind == Address.Kind.SLACK),
                new SingleSends(store, CLOCK),
                new Freeze(store, audit, CLOCK),
                audit),
            wording);
    form =
        new CampaignForm(
            parts.leads(), parts.campaigns(), parts.enrolments(), commands, CLOCK, wording);
    people.introduce(LEAD);
    store.settle();
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void aLeadDraftsACampaignInAFormAndIsShownWhatCanBeDoneWithIt() {
    Message shown = sent(entered());

    Campaign draft = parts.campaigns().list(lead(), false).getFirst();
    assertThat(draft.state()).isEqualTo(State.DRAFT);
    assertThat(draft.plan().name()).isEqualTo("Thank a team");
    assertThat(draft.plan().nudges()).hasSize(1);
    assertThat(commandsIn(shown))
        .contains("campaign preview " + draft.id(), "campaign start " + draft.id());
  }

  @Test
  void theWeeklyCoachBeginsWithTheFirstWholeWeekWheneverItSuitsEach() {
    Map<String, List<String>> entered = entered();
    entered.put("kind", List.of(Kind.WEEKLY.id()));
    entered.put("words", List.of());
    entered.put("day", List.of("2027-02-03"));

    assertThat(sent(entered).blocks().toString())
        .contains("from Monday 8 February 2027 on, at each person's own day and time")
        .doesNotContain("3 February");
  }

  @Test
  void everyButtonOfACampaignIsReadAsItsCommand() {
    Message shown = sent(entered());

    assertThat(commandsIn(shown))
        .isNotEmpty()
        .allSatisfy(command ->
            assertThat(CommandReader.read(new Incoming.Asked(LEAD, command, false)))
                .get()
                .isInstanceOf(Command.Campaign.class));
  }

  @Test
  void aCampaignIsStartedPausedResumedCancelledAndCounted() {
    sent(entered());
    Campaign draft = parts.campaigns().list(lead(), false).getFirst();

    for (Map.Entry<CampaignStep, State> each : steps().entrySet()) {
      commands.step(LEAD, each.getKey(), draft.id());
      assertThat(parts.campaigns().find(lead(), draft.id()).orElseThrow().state())
          .isEqualTo(each.getValue());
    }
    assertThat(commands.step(LEAD, CampaignStep.RESULTS, draft.id()).summary())
        .isEqualTo("What became of the campaign");
  }

  @Test
  void aPreviewSaysWhatTheNudgeSays() {
    sent(entered());
    Campaign draft = parts.campaigns().list(lead(), false).getFirst();

    Message preview = commands.step(LEAD, CampaignStep.PREVIEW, draft.id());

    assertThat(preview.toString()).contains("Thank one team by name.");
  }

  @Test
  void aLeadSeesItAsSomebodyElseOfTheirOrganisationWouldAndNobodyElse() {
    sent(entered());
    Campaign draft = parts.campaigns().list(lead(), false).getFirst();
    people.introduce(LEADER);
    people.introduce(STRANGER);
    store.settle();

    Message preview = commands.preview(LEAD, draft.id(), Optional.of(LEADER));

    assertThat(preview.blocks().getFirst().toString()).contains("Preview.", "U0LEADER");
    assertThat(preview.toString()).contains("Thank one team by name.");
    assertThat(commands.preview(LEAD, draft.id(), Optional.of(STRANGER)).summary())
        .isEqualTo("Nobody I know");
    assertThat(commands.preview(LEAD, draft.id(), Optional.empty()).summary())
        .isEqualTo("Whom do you mean?");
    assertThat(commands.preview(LEADER, draft.id(), Optional.of(LEADER)).summary())
        .isEqualTo("Only a comms lead can do that");
    assertThat(sent).isEmpty();
  }

  @Test
  void aTestSaysInItsFirstLineThatItIsOneAndIsInTheAuditTrailAlone() {
    sent(entered());
    Campaign draft = parts.campaigns().list(lead(), false).getFirst();
    parts.campaigns().rules(lead(), new Rules(false, 1, 4, List.of()));

    for (int times = 0; times < 3; times++) {
      assertThat(commands.step(LEAD, CampaignStep.TEST, draft.id()).summary())
          .isEqualTo("Sent to you");
    }

    assertThat(sent)
        .hasSize(3)
        .allSatisfy(message -> {
          assertThat(message.summary()).startsWith("Test: ");
          assertThat(message.blocks().getFirst().toString()).contains("This is a test.");
        });
    assertThat(audit.last(lead().organisation(), 50))
        .filteredOn(line -> line.deed().action().equals("campaign test"))
        .hasSize(3)
        .allSatisfy(line -> assertThat(line.deed().subject()).isEqualTo(draft.id()));
    assertThat(parts.results().of(draft).nudges()).isEmpty();
    assertThat(rows("delivery") + rows("nudge") + rows("occurrence")).isZero();
  }

  @Test
  void aTestThatDidNotOrMayNotHaveGoneOutIsSaidToBeSo() {
    sent(entered());
    Campaign draft = parts.campaigns().list(lead(), false).getFirst();

    comes = new SendResult.Unconfirmed("no_reply");
    assertThat(commands.step(LEAD, CampaignStep.TEST, draft.id()).summary())
        .isEqualTo("Look in your chat");
    comes = new SendResult.Failed("unreachable");
    assertThat(commands.step(LEAD, CampaignStep.TEST, draft.id()).toString())
        .contains("did not go out (unreachable)");
    comes = new SendResult.Throttled(Duration.ofSeconds(3));
    assertThat(commands.step(LEAD, CampaignStep.TEST, draft.id()).toString())
        .contains("try again in 3 seconds");
    comes = new SendResult.Sent("1");
    assertThat(commands.step(LEAD, CampaignStep.TEST, draft.id()).summary())
        .isEqualTo("Not just now");
  }

  @Test
  void aTestKeepsToTheLimitsOfItsWorkspace() {
    pace = Pace.SLACK;
    sent(entered());
    Campaign draft = parts.campaigns().list(lead(), false).getFirst();

    commands.step(LEAD, CampaignStep.TEST, draft.id());
    Message again = commands.step(LEAD, CampaignStep.TEST, draft.id());

    assertThat(sent).hasSize(1);
    assertThat(again.toString()).contains("the test did not go out", "try again in 2 seconds");
    assertThat(audit.last(lead().organisation(), 50))
        .anySatisfy(line -> assertThat(line.deed().detail()).isEqualTo("rate_limited"));
  }

  @Test
  void aFreezeHoldsATestToo() {
    sent(entered());
    Campaign draft = parts.campaigns().list(lead(), false).getFirst();
    new Freeze(store, audit, CLOCK)
        .freeze(Optional.of(lead().organisation()), new Actor("admin", "test"));

    assertThat(commands.step(LEAD, CampaignStep.TEST, draft.id()).summary())
        .isEqualTo("Nudges are frozen");
    assertThat(sent).isEmpty();
  }

  @Test
  void whereApprovalIsAskedForItIsOffered() {
    parts.campaigns().rules(lead(), new Rules(true, 2, 4, List.of()));
    sent(entered());
    Campaign draft = parts.campaigns().list(lead(), false).getFirst();

    Message refused = commands.step(LEAD, CampaignStep.START, draft.id());

    assertThat(refused.summary()).isEqualTo("A second person has to agree");
    assertThat(commandsIn(refused)).containsExactly("campaign submit " + draft.id());
  }

  @Test
  void aLeaderIsToldWhoMay() {
    assertThat(commands.list(LEADER).summary()).isEqualTo("Only a comms lead can do that");
    assertThat(commands.step(LEADER, CampaignStep.CANCEL, "2345678923").summary())
        .isEqualTo("Only a comms lead can do that");
    assertThat(form.open(LEADER, "")).isInstanceOf(Reply.class);
  }

  @Test
  void anIdThatIsForgedFindsNothing() {
    assertThat(commands.step(LEAD, CampaignStep.CANCEL, "2345678923").summary())
        .isEqualTo("No such campaign");
  }

  @Test
  void whatDoesNotFitTogetherIsSaidBesideItsField() {
    assertThat(problems("kind", Kind.WEEKLY.id())).containsOnlyKeys("words");
    assertThat(problems("second", "And again.")).containsOnlyKeys("second");
    assertThat(problems("day", "2020-01-01")).containsOnlyKeys("day");
    assertThat(parts.campaigns().list(lead(), true)).isEmpty();
  }

  /** Takes what it is given, as a platform would. */
  private final class OneChannel implements Channel {
    @Override
    public SendResult send(Address to, Message message, String deliveryId) {
      assertThat(to).isEqualTo(LEAD);
      sent.add(message);
      return comes;
    }

    @Override
    public Sighting find(Address to, String deliveryId, Instant since) {
      return new Sighting.CannotTell();
    }
  }

  private int rows(String table) {
    return store.read(
        handle -> handle.select("select count(*) from " + table).mapTo(Integer.class).one());
  }

  private static Map<CampaignStep, State> steps() {
    Map<CampaignStep, State> steps = new LinkedHashMap<>();
    steps.put(CampaignStep.START, State.SCHEDULED);
    steps.put(CampaignStep.PAUSE, State.PAUSED);
    steps.put(CampaignStep.RESUME, State.SCHEDULED);
    steps.put(CampaignStep.CANCEL, State.CANCELLED);
    return steps;
  }

  private Map<String, String> problems(String field, String said) {
    Map<String, List<String>> entered = entered();
    entered.put(field, List.of(said));
    FormReply reply = taken(entered);
    assertThat(reply).isInstanceOf(FormReply.Mend.class);
    return ((FormReply.Mend) reply).problems();
  }

  private static Map<String, List<String>> entered() {
    Map<String, List<String>> entered = new LinkedHashMap<>();
    entered.put("name", List.of("Thank a team"));
    entered.put("kind", List.of(Kind.ONE_OFF.id()));
    entered.put("words", List.of("Thank one team by name."));
    entered.put("day", List.of("2027-01-13"));
    entered.put("time", List.of("09:00"));
    entered.put("list", List.of("everybody"));
    return entered;
  }

  private Message sent(Map<String, List<String>> entered) {
    FormReply reply = taken(entered);
    assertThat(reply).isInstanceOf(Reply.class);
    return ((Reply) reply).message();
  }

  private FormReply taken(Map<String, List<String>> entered) {
    FormReply.Show show = (FormReply.Show) form.open(LEAD, "");
    assertThat(FormCheck.isOf(show.form(), new Entered(entered))).isTrue();
    return form.take(LEAD, show.form(), new Entered(entered));
  }

  private Lead lead() {
    return ((Leads.Access.Granted) parts.leads().of(LEAD)).lead();
  }

  private static List<String> commandsIn(Message message) {
    return message.blocks().stream()
        .filter(Block.Choices.class::isInstance)
        .flatMap(block -> ((Block.Choices) block).buttons().stream())
        .map(Block.Button::action)
        .filter(Action.Ask.class::isInstance)
        .map(action -> ((Action.Ask) action).question())
        .toList();
  }
}
