package org.rapport.bot.channel.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rapport.bot.channel.slack.FakeSlack.error;
import static org.rapport.bot.channel.slack.FakeSlack.ok;
import static org.rapport.bot.channel.slack.FakeSlack.rateLimited;
import static org.rapport.bot.channel.slack.FakeSlack.status;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rapport.bot.channel.Address;
import org.rapport.bot.channel.Circle;
import org.rapport.bot.channel.Listing;
import org.rapport.bot.channel.Listing.Outsider;
import org.rapport.bot.channel.Listing.Why;

class SlackRostersTest {
  private static final Circle BOARD = new Circle(Circle.Kind.USER_GROUP, "T0TRUST", "@board");
  private static final Circle CHANNEL = new Circle(Circle.Kind.CHANNEL, "T0TRUST", "C0BOARD");
  private static final Duration A_MINUTE = Duration.ofMinutes(1);

  private final FakeSlack slack = new FakeSlack();
  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2027-01-11T12:00:00Z"));
  private final List<Duration> pauses = new ArrayList<>();
  private SlackRosters rosters;

  @BeforeEach
  void open() {
    rosters =
        new SlackRosters(
            slack.apiUrl(),
            new OneToken("xoxb-test"),
            new SlackTrouble(new SimpleMeterRegistry()),
            now::get,
            this::sleep);
  }

  private void sleep(Duration time) {
    pauses.add(time);
    now.updateAndGet(before -> before.plus(time));
  }

  @AfterEach
  void close() {
    rosters.close();
    slack.close();
  }

  @Test
  void membersOfAGroupAreToldFromEverybodyElseInIt() {
    slack.hasGroup("S0BOARD", "board", "U1", "U2", "U3", "U4", "U5", "USLACKBOT", "not an id");
    slack.knows("T0TRUST", "U2").addProperty("is_restricted", true);
    slack.knows("T0TRUST", "U3").addProperty("is_bot", true);
    slack.knows("T0TRUST", "U4").addProperty("deleted", true);
    slack.knows("T0OTHER", "U5");

    Listing.Listed listed = listed(BOARD);

    assertThat(listed.name()).isEqualTo("board");
    assertThat(listed.members()).containsExactly(user("U1"));
    assertThat(listed.outsiders())
        .containsExactlyInAnyOrder(
            new Outsider(user("U2"), Why.GUEST),
            new Outsider(user("U3"), Why.BOT),
            new Outsider(user("U4"), Why.LEFT),
            new Outsider(user("U5"), Why.STRANGER),
            new Outsider(user("USLACKBOT"), Why.BOT));
  }

  @Test
  void aGroupIsFoundByItsIdAndItsHandleInAnyCase() {
    slack.hasGroup("S0BOARD", "board", "U1");

    assertThat(listed(new Circle(Circle.Kind.USER_GROUP, "T0TRUST", "S0BOARD")).members())
        .hasSize(1);
    assertThat(listed(new Circle(Circle.Kind.USER_GROUP, "T0TRUST", "@Board")).members())
        .hasSize(1);
    assertThat(unlisted(new Circle(Circle.Kind.USER_GROUP, "T0TRUST", "@nobody")))
        .isEqualTo("no_such_group");
  }

  @Test
  void aPauseThatSlackAsksForIsTakenAndThenItIsAskedAgain() {
    slack.hasGroup("S0BOARD", "board", "U1");
    slack.answers("usergroups.list", rateLimited(7));
    slack.answers("users.info", rateLimited(3));

    assertThat(listed(BOARD).members()).containsExactly(user("U1"));
    assertThat(pauses).containsExactly(Duration.ofSeconds(7), Duration.ofSeconds(3));
  }

  @Test
  void aPauseThatIsTooLongIsNotTaken() {
    slack.answers("usergroups.list", rateLimited(61));

    assertThat(unlisted(BOARD)).isEqualTo("rate_limited");
    assertThat(pauses).isEmpty();
  }

  @Test
  void slackThatAlwaysWantsToBeAskedLaterIsNotAskedForEver() {
    FakeSlack.Answer[] many = new FakeSlack.Answer[200];
    Arrays.fill(many, rateLimited(0));
    slack.answers("usergroups.list", many);

    assertThat(unlisted(BOARD)).isEqualTo("rate_limited");
    assertThat(pauses).hasSize(60);
  }

  @Test
  void somebodyOfWhomSlackDoesNotTellHoldsUpNobody() {
    slack.hasGroup("S0BOARD", "board", "U1", "U2", "U3");
    slack.answers("users.info", error("user_not_found"), ok("{\"ok\":true}"));

    Listing.Listed listed = listed(BOARD);

    assertThat(listed.members()).containsExactly(user("U3"));
    assertThat(listed.outsiders())
        .containsExactly(
            new Outsider(user("U1"), Why.UNKNOWN), new Outsider(user("U2"), Why.UNKNOWN));
  }

  @Test
  void whatGoesWrongIsTriedAFewTimes() {
    slack.hasGroup("S0BOARD", "board", "U1");
    slack.answers("usergroups.list", status(500), new FakeSlack.Answer.Drop());
    assertThat(listed(BOARD).members()).hasSize(1);

    slack.answers("usergroups.list", status(500), ok("not JSON"), status(503));
    assertThat(unlisted(BOARD)).isEqualTo("http_503");
  }

  @Test
  void aMissingScopeIsNamedAndWordsOfSlackAreNot() {
    slack.answers("usergroups.list", error("missing_scope"), error("Ask <nobody> at all"));

    assertThat(unlisted(BOARD)).isEqualTo("missing_scope");
    assertThat(unlisted(BOARD)).isEqualTo("unknown");
  }

  @Test
  void missingFieldsAreAnEmptyAnswer() {
    slack.answers("usergroups.list", ok("{\"ok\":true}"));
    assertThat(unlisted(BOARD)).isEqualTo("no_such_group");

    slack.answers("conversations.members", ok("{\"ok\":true}"));
    assertThat(listed(CHANNEL).members()).isEmpty();
  }

  @Test
  void allPagesOfAChannelAreRead() {
    slack.hasChannel("C0BOARD", "U1", "U2", "U3", "U4", "U5");

    assertThat(listed(CHANNEL).members()).hasSize(5).contains(user("U1"), user("U5"));
    assertThat(slack.listed()).hasSize(3);
    assertThat(slack.lookedUp()).isEmpty();
  }

  @Test
  void aChannelThatCannotBeReadIsSaidSo() {
    assertThat(unlisted(CHANNEL)).isEqualTo("channel_not_found");
  }

  @Test
  void pagesThatNeverEndAreGivenUp() {
    String same =
        "{\"ok\":true,\"members\":[\"U1\"],\"response_metadata\":{\"next_cursor\":\"again\"}}";
    slack.answers("conversations.members", ok(same), ok(same));
    assertThat(unlisted(CHANNEL)).isEqualTo("endless");

    FakeSlack.Answer[] pages = new FakeSlack.Answer[300];
    for (int i = 0; i < pages.length; i++) {
      pages[i] = ok(same.replace("again", "page" + i));
    }
    slack.answers("conversations.members", pages);
    assertThat(unlisted(CHANNEL)).isEqualTo("too_large");
  }

  private Listing.Listed listed(Circle circle) {
    Listing listing = rosters.list(circle, A_MINUTE);
    assertThat(listing).isInstanceOf(Listing.Listed.class);
    return (Listing.Listed) listing;
  }

  private String unlisted(Circle circle) {
    return ((Listing.Unlisted) rosters.list(circle, A_MINUTE)).reason();
  }

  private static Address user(String id) {
    return new Address(Address.Kind.SLACK, "T0TRUST", id);
  }
}
