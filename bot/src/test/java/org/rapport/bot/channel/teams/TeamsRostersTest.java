package org.rapport.bot.channel.teams;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rapport.bot.channel.Address;
import org.rapport.bot.channel.Circle;
import org.rapport.bot.channel.Listing;
import org.rapport.bot.channel.Listing.Outsider;
import org.rapport.bot.channel.Listing.Why;
import org.rapport.bot.channel.SendResult;

class TeamsRostersTest {
  private static final String LEADERS = "19:leaders@thread.tacv2";
  private static final Duration A_MINUTE = Duration.ofMinutes(1);

  @TempDir Path folder;

  private TeamsWorld world;

  @BeforeEach
  void start() throws Exception {
    world = new TeamsWorld(folder);
  }

  @AfterEach
  void stop() throws Exception {
    world.close();
  }

  @Test
  void membersOfATeamAreToldFromEverybodyElseInIt() throws Exception {
    mentioned();
    world.connector.hasRoster(
        LEADERS,
        member("Aad-One"),
        member("aad-two").put("userRole", "guest"),
        member("aad-three").put("userPrincipalName", "a_b.example#EXT#@trust.example"),
        FakeConnector.member("tenant-two", "aad-four"),
        member("aad-five").put("id", "28:another-bot"),
        withoutTenant(member("aad-six")),
        FakeConnector.member(TeamsWorld.TENANT, "").put("id", ""));

    Listing.Listed listed = listed(LEADERS);

    assertThat(listed.members()).containsExactly(user("aad-one"));
    assertThat(listed.outsiders())
        .containsExactlyInAnyOrder(
            new Outsider(user("aad-two"), Why.GUEST),
            new Outsider(user("aad-three"), Why.GUEST),
            new Outsider(user("aad-four"), Why.STRANGER),
            new Outsider(user("aad-five"), Why.BOT),
            new Outsider(user("aad-six"), Why.UNKNOWN));
  }

  @Test
  void allPagesAreReadAndAThreadIsItsChannel() throws Exception {
    mentioned();
    world.connector.hasRoster(
        LEADERS, member("aad-1"), member("aad-2"), member("aad-3"), member("aad-4"), member("5"));

    assertThat(listed(LEADERS + ";messageid=1727000000000").members()).hasSize(5);
    assertThat(world.connector.all)
        .filteredOn(sent -> sent.path().endsWith("/pagedmembers"))
        .hasSize(3)
        .allSatisfy(sent -> assertThat(sent.authorization()).isEqualTo("Bearer token-for-teams"));
  }

  @Test
  void onlyAConversationThatHasTheBotInItIsAskedAbout() throws Exception {
    mentioned();
    int before = world.connector.all.size();

    assertThat(unlisted("19:secret@thread.tacv2")).isEqualTo("bot_not_installed");
    assertThat(unlisted(new Circle(Circle.Kind.TEAM, "tenant-two", LEADERS)))
        .isEqualTo("bot_not_installed");
    assertThat(world.connector.all).hasSize(before);
  }

  @Test
  void whereTheBotWasIsKnownAfterARestart() throws Exception {
    mentioned();
    world.settle();
    world.connector.hasRoster(LEADERS, member("aad-1"));

    Listing listing =
        TeamsChannel.list(
            world.teams(TeamsWorld.APP, true, Set.of(TeamsWorld.TENANT)),
            world.store,
            world.now::get,
            circle(LEADERS),
            A_MINUTE);

    assertThat(((Listing.Listed) listing).members()).containsExactly(user("aad-1"));
  }

  @Test
  void aPauseThatTeamsAsksForIsTakenAndThenItIsAskedAgain() throws Exception {
    mentioned();
    world.connector.hasRoster(LEADERS, member("aad-1"));
    world.connector.answersNext(429, "7");
    world.connector.answersNext(500);

    assertThat(listed(LEADERS).members()).hasSize(1);
    assertThat(world.pauses).containsExactly(Duration.ofSeconds(7), Duration.ofSeconds(2));
  }

  @Test
  void aPauseThatIsTooLongIsNotTakenAndTriesAreFew() throws Exception {
    mentioned();
    world.connector.answersNext(429, "61");
    assertThat(unlisted(LEADERS)).isEqualTo("rate_limited");
    assertThat(world.pauses).isEmpty();

    for (int i = 0; i < 4; i++) {
      world.connector.answersNext(503);
    }
    assertThat(unlisted(LEADERS)).isEqualTo("http_503");
  }

  @Test
  void aTeamThatTheBotIsNoLongerInIsSaidSo() throws Exception {
    mentioned();
    world.connector.refusesNext(403, "BotNotInConversationRoster");

    assertThat(unlisted(LEADERS)).isEqualTo("bot_not_installed");
  }

  @Test
  void pagesThatNeverEndAreGivenUp() throws Exception {
    mentioned();
    world.connector.hasEndlessRoster(LEADERS, member("aad-1"));

    assertThat(unlisted(LEADERS)).isEqualTo("endless");
  }

  @Test
  void anAnswerWithoutMembersIsNoEmptyTeam() throws Exception {
    mentioned();

    assertThat(unlisted(LEADERS)).isEqualTo("garbled_reply");
  }

  @Test
  void aChatKeepsItsKindWhateverLaterComesFromIt() throws Exception {
    world.receive(world.activity("personal-message"));
    world.settle();

    assertThat(world.channel.delivery().send(user("aad-ceo"), TeamsWorld.words("Hello"), "d1"))
        .isInstanceOf(SendResult.Sent.class);
  }

  /** Somebody wrote to the bot in the channel of all leaders. */
  private void mentioned() throws Exception {
    world.receive(world.activity("channel-mention"));
    world.connector.next();
  }

  private Listing.Listed listed(String conversation) {
    Listing listing = world.channel.rosters().list(circle(conversation), A_MINUTE);
    assertThat(listing).isInstanceOf(Listing.Listed.class);
    return (Listing.Listed) listing;
  }

  private String unlisted(String conversation) {
    return unlisted(circle(conversation));
  }

  private String unlisted(Circle circle) {
    return ((Listing.Unlisted) world.channel.rosters().list(circle, A_MINUTE)).reason();
  }

  private static Circle circle(String conversation) {
    return new Circle(Circle.Kind.TEAM, TeamsWorld.TENANT, conversation);
  }

  private static ObjectNode member(String directoryId) {
    return FakeConnector.member(TeamsWorld.TENANT, directoryId);
  }

  private static ObjectNode withoutTenant(ObjectNode member) {
    member.remove("tenantId");
    return member;
  }

  private static Address user(String id) {
    return new Address(Address.Kind.TEAMS, TeamsWorld.TENANT, id);
  }
}
