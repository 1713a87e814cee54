package org.rapport.bot.channel.teams;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rapport.bot.channel.Address;
import org.rapport.bot.channel.Place;
import org.rapport.bot.channel.SendResult;
import org.rapport.bot.channel.Sighting;
import org.rapport.bot.delivery.AddressEnds;
import org.rapport.bot.message.SampleMessages;
import org.rapport.bot.people.People;

/** What is sent to people in Teams who did not just write, and what comes of it. */
class TeamsUnaskedTest extends WithTeams {
  private static final String CHAT = "/uk/v3/conversations/a:chat-ceo/activities";
  private static final Surface SHARED = Surface.SHARED;
  private static final Place CHANNEL =
      Place.conversation(Address.Kind.TEAMS, "tenant-one", "19:leaders@thread.tacv2");
  private static final Address CHAIR = new Address(Address.Kind.TEAMS, "tenant-one", "aad-chair");

  @Test
  void whoeverInstalledTheBotCanBeWrittenTo() throws Exception {
    installed();

    assertThat(send(CEO)).isEqualTo(new SendResult.Sent("out-2"));
    FakeConnector.Sent nudge = world.connector.next();
    assertThat(nudge.path()).isEqualTo(CHAT);
    assertThat(nudge.authorization()).isEqualTo("Bearer token-for-teams");
    assertThat(nudge.card()).isEqualTo(TeamsRenderer.card(SampleMessages.found()));
    assertThat(nudge.body().at("/recipient/id").asText()).isEqualTo("29:ceo");
    assertThat(nudge.body().at("/from/id").asText()).isEqualTo("28:rapport");
  }

  @Test
  void whoeverOnceWroteCanBeWrittenTo() throws Exception {
    world.receive(world.activity("personal-message"));
    world.connector.next();
    world.settle();

    assertThat(send(CEO)).isInstanceOf(SendResult.Sent.class);
    assertThat(world.connector.next().path()).isEqualTo(CHAT);
  }

  @Test
  void anAddressIsTheSameInAnyCase() throws Exception {
    installed();

    assertThat(send(new Address(Address.Kind.TEAMS, "TENANT-ONE", "AAD-CEO")))
        .isInstanceOf(SendResult.Sent.class);
  }

  @Test
  void whoeverNeverInstalledItIsNotWrittenTo() throws Exception {
    assertThat(send(CEO)).isEqualTo(new SendResult.Refused("bot_not_installed"));
    assertThat(world.connector.all).isEmpty();
  }

  @Test
  void somebodyInATenantThatHasTheBotIsFoundByTheirDirectoryId() throws Exception {
    installed();

    assertThat(send(CHAIR)).isInstanceOf(SendResult.Sent.class);
    FakeConnector.Sent chat = world.connector.next();
    assertThat(chat.path()).isEqualTo("/uk/v3/conversations");
    assertThat(chat.body().at("/members/0/id").asText()).isEqualTo("aad-chair");
    assertThat(chat.body().at("/bot/id").asText()).isEqualTo("28:rapport");
    assertThat(chat.body().path("tenantId").asText()).isEqualTo("tenant-one");
    assertThat(world.connector.next().path())
        .isEqualTo("/uk/v3/conversations/a:private/activities");

    world.settle();
    assertThat(send(CHAIR)).isInstanceOf(SendResult.Sent.class);
    assertThat(world.connector.next().path())
        .isEqualTo("/uk/v3/conversations/a:private/activities");
  }

  @Test
  void anotherTenantsChatSaysNothingOfOnesOwn() throws Exception {
    installed();

    assertThat(send(new Address(Address.Kind.TEAMS, "tenant-two", "aad-ceo")))
        .isEqualTo(new SendResult.Refused("bot_not_installed"));
  }

  @ParameterizedTest
  @ValueSource(ints = {403, 404})
  void aColleagueWithoutTheBotIsNotWrittenTo(int status) throws Exception {
    installed();
    world.connector.answersNext(status);

    assertThat(send(CHAIR)).isEqualTo(new SendResult.Gone("bot_not_installed"));
  }

  @Test
  void anUninstallIsRespectedUntilTheBotIsInstalledAgain() throws Exception {
    installed();
    world.receive(world.activity("installation-add").put("action", "remove").put("id", "f:remove"));
    world.settle();

    assertThat(send(CEO)).isEqualTo(new SendResult.Gone("bot_not_installed"));
    assertThat(world.connector.all).hasSize(1);

    installed();
    assertThat(send(CEO)).isInstanceOf(SendResult.Sent.class);
  }

  @Test
  void anUninstallEndsTheAddressForNudgesAndAnInstallOpensItAgain() throws Exception {
    installed();
    AddressEnds ends = new AddressEnds(world.store, world.now::get);
    String trust = new People(world.store, world.now::get).organisation(CEO).orElseThrow();

    world.receive(world.activity("installation-add").put("action", "remove").put("id", "f:remove"));
    world.settle();
    assertThat(ends.reason(trust, CEO)).contains("bot_not_installed");
    installed();
    assertThat(ends.reason(trust, CEO)).isEmpty();

    ends.ended(CEO, SendResult.Gone.BOT_BLOCKED);
    world.receive(world.activity("personal-message"));
    world.settle();
    assertThat(ends.reason(trust, CEO)).isEmpty();
  }

  @Test
  void aTenantHasTheBotOnceSomebodyInstalledIt() throws Exception {
    TeamsTenants tenants = new TeamsTenants(world.store);
    assertThat(tenants.include("tenant-one")).isFalse();
    installed();
    assertThat(tenants.include("TENANT-ONE")).isTrue();
    assertThat(tenants.include("tenant-two")).isFalse();
  }

  @Test
  void aBotThatIsTakenOutOfAChatKnowsIt() throws Exception {
    installed();
    ObjectNode gone = world.activity("members-added").put("id", "f:gone");
    gone.set("membersRemoved", gone.remove("membersAdded"));
    world.receive(gone);
    world.settle();

    assertThat(send(CEO)).isEqualTo(new SendResult.Gone("bot_not_installed"));
  }

  @ParameterizedTest
  @CsvSource({
    "403, ConversationBlockedByUser, bot_blocked",
    "403, MessageWritesBlocked, bot_blocked",
    "403, BotNotInConversationRoster, bot_not_installed",
    "404, ConversationNotFound, no_address",
    "404, '', no_address"
  })
  void aChatThatTakesNothingAnyMoreIsLeftAlone(int status, String code, String reason)
      throws Exception {
    installed();
    world.connector.refusesNext(status, code);

    assertThat(send(CEO)).isEqualTo(new SendResult.Gone(reason));
    world.settle();
    assertThat(send(CEO)).isEqualTo(new SendResult.Gone(reason));
    assertThat(world.connector.all).hasSize(2);
  }

  @Test
  void anAppThatIsBlockedForATenantEndsNoChat() throws Exception {
    installed();
    world.connector.refusesNext(403, "AppBlocked");

    assertThat(send(CEO)).isEqualTo(new SendResult.Refused("http_403"));
    assertThat(send(CEO)).isInstanceOf(SendResult.Sent.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {412, 429, 502, 503, 504})
  void aBusyTeamsIsObeyedAndNotTriedAgainHere(int status) throws Exception {
    installed();
    world.connector.answersNext(status, "17");

    assertThat(send(CEO)).isEqualTo(new SendResult.Throttled(Duration.ofSeconds(17)));
    assertThat(world.connector.all).hasSize(2);
    assertThat(world.pauses).isEmpty();
  }

  @Test
  void aBusyTeamsThatSaysNotForHowLongIsLeftAloneForAMoment() throws Exception {
    installed();
    world.connector.answersNext(429);

    assertThat(send(CEO)).isEqualTo(new SendResult.Throttled(Duration.ofSeconds(5)));
  }

  @ParameterizedTest
  @CsvSource({"400, Refused[reason=http_400]", "413, Refused[reason=http_413]"})
  void aMessageThatTeamsDoesNotTakeIsRefused(int status, String result) throws Exception {
    installed();
    world.connector.answersNext(status);

    assertThat(send(CEO)).hasToString(result);
  }

  @Test
  void aFaultInsideTeamsLeavesItOpenWhetherTheMessageWentOut() throws Exception {
    installed();
    world.connector.answersNext(500);

    assertThat(send(CEO)).isEqualTo(new SendResult.Unconfirmed("http_500"));
  }

  @Test
  void aLostReplyLeavesItOpenWhetherTheMessageWentOut() throws Exception {
    installed();
    world.connector.hangsUpNext();

    assertThat(send(CEO)).isEqualTo(new SendResult.Unconfirmed("no_reply"));
    assertThat(world.connector.all).hasSize(2);
  }

  @Test
  void aLostReplyBeforeAnythingWasSaidIsNoDoubt() throws Exception {
    installed();
    world.connector.hangsUpNext();

    assertThat(send(CHAIR)).isEqualTo(new SendResult.Failed("no_reply"));
  }

  @Test
  void withoutATokenOfOurOwnNothingIsSent() throws Exception {
    world.receive(world.activity("personal-message").put("type", "typing"));
    world.login.goAway();
    world.receive(world.activity("installation-add"));
    world.settle();

    assertThat(send(CEO)).isEqualTo(new SendResult.Failed("login"));
  }

  @Test
  void withoutTheDatabaseNothingIsSent() {
    world.loseDatabase();

    assertThat(send(CEO)).isEqualTo(new SendResult.Failed("store_away"));
  }

  @Test
  void nobodyCanTellLaterWhetherAMessageWentOut() {
    assertThat(world.channel.delivery().find(CEO, "delivery-1", Instant.EPOCH))
        .isEqualTo(new Sighting.CannotTell());
  }

  @Test
  void aNoticeIsToldPatiently() throws Exception {
    installed();
    world.connector.answersNext(429, "7");
    world.channel.notices().tell(CEO, TeamsWorld.words("You are one person now."));
    world.finish();

    assertThat(world.pauses).containsExactly(Duration.ofSeconds(7));
    assertThat(world.connector.all).hasSize(3);
    assertThat(world.connector.all.getLast().card().toString()).contains("one person now");
  }

  @Test
  void aNoticeToSomebodyWithoutTheBotIsNoFault() throws Exception {
    world.channel.notices().tell(CHAIR, TeamsWorld.words("You are one person now."));
    world.finish();

    assertThat(world.connector.all).isEmpty();
    assertThat(world.errors("send_refused")).isZero();
  }

  @Test
  void aTeamIsNoChatOfItsInstallers() throws Exception {
    ObjectNode team = world.activity("channel-mention").put("type", "installationUpdate");
    world.receive(team.put("action", "add"));
    world.connector.next();
    world.settle();

    assertThat(send(CEO)).isInstanceOf(SendResult.Sent.class);
    assertThat(world.connector.next().path()).isEqualTo("/uk/v3/conversations");
  }

  @Test
  void aServiceAddressThatTheTokenDoesNotNameIsNotKept() throws Exception {
    installed();
    try (TeamsWorld other = new TeamsWorld(Files.createDirectory(folder.resolve("other")))) {
      String forged = other.connector.url();
      ObjectNode elsewhere = world.question("f:elsewhere", "Hello?").put("serviceUrl", forged);
      assertThat(world.receive(elsewhere).statusCode()).isEqualTo(401);
      world.settle();

      assertThat(send(CEO)).isInstanceOf(SendResult.Sent.class);
      assertThat(other.connector.all).isEmpty();
    }
  }

  @Test
  void aPostInAChannelBeginsAThreadAndIsChangedInPlace() throws Exception {
    mentioned();

    SendResult posted = post(CHANNEL);
    assertThat(posted).isInstanceOf(SendResult.Sent.class);
    FakeConnector.Sent thread = world.connector.next();
    assertThat(thread.path()).isEqualTo("/uk/v3/conversations");
    assertThat(thread.body().at("/channelData/channel/id").asText()).isEqualTo(CHANNEL.id());
    assertThat(thread.body().path("isGroup").asBoolean()).isTrue();
    assertThat(thread.card()).isEqualTo(TeamsRenderer.card(SampleMessages.found(), SHARED));

    String reference = ((SendResult.Sent) posted).reference();
    assertThat(update(CHANNEL, reference)).isEqualTo(posted);
    FakeConnector.Sent change = world.connector.next();
    assertThat(change.method()).isEqualTo("PUT");
    assertThat(change.path())
        .startsWith("/uk/v3/conversations/19:leaders@thread.tacv2;messageid=out-")
        .contains("/activities/out-");
    assertThat(change.card().toString()).contains("It changed.");
  }

  @Test
  void aPostInSomebodysChatIsChangedInPlace() throws Exception {
    installed();
    SendResult.Sent posted = (SendResult.Sent) post(Place.chatOf(CEO));
    world.connector.next();

    assertThat(update(Place.chatOf(CEO), posted.reference())).isEqualTo(posted);
    assertThat(world.connector.next().path()).startsWith(CHAT + "/out-");
  }

  @Test
  void whereTheBotNeverWasNothingIsPosted() throws Exception {
    installed();

    assertThat(post(CHANNEL)).isEqualTo(new SendResult.Refused("bot_not_installed"));
    assertThat(post(Place.conversation(Address.Kind.TEAMS, "tenant-two", CHANNEL.id())))
        .isEqualTo(new SendResult.Refused("bot_not_installed"));
    assertThat(post(Place.conversation(Address.Kind.TEAMS, "tenant-one", "a:chat-ceo")))
        .as("somebody's own chat is no place for several people")
        .isEqualTo(new SendResult.Refused("personal_chat"));
    assertThat(world.connector.all).hasSize(1);
  }

  @Test
  void anotherTenantsMessageIsNotChanged() throws Exception {
    mentioned();
    String reference = ((SendResult.Sent) post(CHANNEL)).reference();

    Place foreign = Place.conversation(Address.Kind.TEAMS, "tenant-two", CHANNEL.id());
    assertThat(update(foreign, reference)).isInstanceOf(SendResult.Refused.class);
    assertThat(update(CHANNEL, "no reference of ours"))
        .isEqualTo(new SendResult.Refused("no_reference"));
  }

  @Test
  void aMessageThatSomebodyDeletedEndsNoChannel() throws Exception {
    mentioned();
    String reference = ((SendResult.Sent) post(CHANNEL)).reference();
    world.connector.answersNext(404);

    assertThat(update(CHANNEL, reference)).isInstanceOf(SendResult.Refused.class);
    assertThat(post(CHANNEL)).isInstanceOf(SendResult.Sent.class);
  }

  private void mentioned() throws Exception {
    world.receive(world.activity("channel-mention"));
    world.connector.next();
    world.store.settle();
  }

  private SendResult post(Place where) {
    return world.channel.notices().post(where, SampleMessages.found(), "post-1");
  }

  private SendResult update(Place where, String reference) {
    return world.channel.notices().update(where, reference, TeamsWorld.words("It changed."));
  }

  private SendResult send(Address to) {
    return world.channel.delivery().send(to, SampleMessages.found(), "delivery-1");
  }

  private void installed() throws Exception {
    ObjectNode install = world.activity("installation-add");
    world.receive(install.put("id", "f:install-" + world.connector.all.size()));
    world.settle();
    world.connector.skip();
  }
}
