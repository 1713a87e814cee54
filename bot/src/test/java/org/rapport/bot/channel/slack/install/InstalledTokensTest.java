package org.rapport.bot.channel.slack.install;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rapport.bot.channel.slack.install.InstallsUnderTest.KEYS;
import static org.rapport.bot.channel.slack.install.InstallsUnderTest.ROTATED;
import static org.rapport.bot.channel.slack.install.InstallsUnderTest.token;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.rapport.bot.channel.Address;
import org.rapport.bot.channel.slack.FakeSlack;
import org.rapport.bot.channel.slack.SlackTeam;
import org.rapport.bot.delivery.AddressEnds;
import org.rapport.bot.http.Assets;
import org.rapport.bot.http.Pages;
import org.rapport.bot.http.TestServer;
import org.rapport.bot.keys.Keys;
import org.rapport.bot.people.People;
import org.rapport.bot.store.Store;
import org.rapport.bot.store.TestDatabase;

/** The tokens of workspaces that installed Rapport: renewed, sealed anew, taken away. */
@ParameterizedClass
@EnumSource
class InstalledTokensTest {
  private static final String OAUTH = "oauth.v2.access";
  private static final SlackTeam TRUST = SlackTeam.workspace("T0TRUST");
  private static final SlackTeam OTHER = SlackTeam.workspace("T0OTHER");
  private static final Instant START = Instant.parse("2026-11-02T09:00:00Z");
  private static final Keys FOREIGN = Keys.of("Zm9yZWlnbmZvcmVpZ25mb3JlaWduZm9yZWlnbmZvcmU=");

  private final TestDatabase database;

  @TempDir Path folder;

  private final AtomicReference<Instant> now = new AtomicReference<>(START);
  private final FakeSlack slack = new FakeSlack();
  private Store store;
  private SlackInstalls installs;

  InstalledTokensTest(TestDatabase database) {
    this.database = database;
  }

  @BeforeEach
  void open() {
    store = database.fresh(folder);
    installs = replica(KEYS);
  }

  @AfterEach
  void close() {
    installs.close();
    store.close();
    slack.close();
  }

  @Test
  void eachWorkspaceHasItsOwnToken() {
    install(FakeSlack.granted("T0TRUST", "one"));
    install(FakeSlack.granted("T0OTHER", "two"));

    assertThat(token(installs, TRUST)).isEqualTo("one");
    assertThat(token(installs, OTHER)).isEqualTo("two");
    assertThat(token(installs, SlackTeam.workspace("T0NEVER"))).isEqualTo("not installed");
  }

  @Test
  void aTokenMovedToAnotherWorkspacesRowDoesNotOpen() {
    install(FakeSlack.granted("T0TRUST", "one"));
    install(FakeSlack.granted("T0OTHER", "two"));
    store.run(handle ->
        handle.execute(
            "update slack_install set bot_token ="
                + " (select bot_token from slack_install where id = 'T0TRUST')"
                + " where id = 'T0OTHER'"));

    assertThat(token(installs, OTHER)).isEqualTo("token_unopened");
  }

  @Test
  void aTokenIsRenewedBeforeItEnds() {
    install(FakeSlack.granted("T0TRUST", "one"));
    after(Duration.ofHours(9));
    assertThat(token(installs, TRUST)).isEqualTo("one");
    assertThat(slack.rest()).isEmpty();

    slack.answers(OAUTH, FakeSlack.granted("T0TRUST", "two"));
    after(Duration.ofHours(11));

    assertThat(token(installs, TRUST)).isEqualTo("two");
    FakeSlack.Call refresh = slack.next();
    assertThat(refresh.field("grant_type")).isEqualTo("refresh_token");
    assertThat(refresh.field("refresh_token")).isEqualTo("one-next");
    assertThat(token(installs, TRUST)).isEqualTo("two");
    assertThat(slack.rest()).isEmpty();
  }

  @Test
  void tokensAreRenewedWithoutAnybodyWaitingForThem() {
    install(FakeSlack.granted("T0TRUST", "one"));
    after(Duration.ofHours(11));
    slack.answers(OAUTH, FakeSlack.granted("T0TRUST", "two"));

    installs.refreshTokens();
    installs.refreshTokens();

    assertThat(slack.rest()).hasSize(1);
    assertThat(token(installs, TRUST)).isEqualTo("two");
  }

  @Test
  void twoReplicasThatNeedANewTokenAtOnceAskForOneAndBothHaveIt() {
    install(FakeSlack.granted("T0TRUST", "one"));
    after(Duration.ofHours(13));
    CountDownLatch let = new CountDownLatch(1);
    slack.answers(
        OAUTH,
        new FakeSlack.Answer.Held(let, FakeSlack.granted("T0TRUST", "two")),
        FakeSlack.error("invalid_refresh_token"));
    SlackInstalls replica = replica(KEYS);

    CompletableFuture<String> first = CompletableFuture.supplyAsync(() -> token(installs, TRUST));
    slack.next();
    CompletableFuture<String> second = CompletableFuture.supplyAsync(() -> token(replica, TRUST));
    let.countDown();

    assertThat(first.join()).isEqualTo("two");
    assertThat(second.join()).isEqualTo("two");
    assertThat(slack.rest()).isEmpty();
    replica.close();
  }

  @Test
  void whileAnotherReplicaRenewsTheOldTokenDoes() {
    install(FakeSlack.granted("T0TRUST", "one"));
    after(Duration.ofHours(11));
    CountDownLatch let = new CountDownLatch(1);
    slack.answers(OAUTH, new FakeSlack.Answer.Held(let, FakeSlack.granted("T0TRUST", "two")));
    SlackInstalls replica = replica(KEYS);
    CompletableFuture<String> first = CompletableFuture.supplyAsync(() -> token(installs, TRUST));
    slack.next();

    assertThat(token(replica, TRUST)).isEqualTo("one");

    let.countDown();
    assertThat(first.join()).isEqualTo("two");
    replica.close();
  }

  @Test
  void aRenewalThatFailsKeepsTheOldTokenWhileItIsGoodAndIsTriedAgainLater() {
    install(FakeSlack.granted("T0TRUST", "one"));
    after(Duration.ofHours(11));
    slack.answers(OAUTH, FakeSlack.status(500), FakeSlack.granted("T0TRUST", "two"));

    assertThat(token(installs, TRUST)).isEqualTo("one");
    assertThat(token(installs, TRUST)).isEqualTo("one");
    assertThat(slack.rest()).hasSize(1);

    after(Duration.ofHours(11).plusMinutes(6));
    assertThat(token(installs, TRUST)).isEqualTo("two");
  }

  @Test
  void whereNoNewTokenCanBeHadNothingIsSentWithTheOldOne() {
    install(FakeSlack.granted("T0TRUST", "one"));
    after(Duration.ofHours(13));
    slack.answers(OAUTH, FakeSlack.error("invalid_refresh_token"));

    assertThat(token(installs, TRUST)).isEqualTo("token_expired");
    assertThat(token(installs, TRUST)).isEqualTo("token_expired");
    assertThat(slack.rest()).hasSize(1);
  }

  @Test
  void whoeverDiedWhileRenewingBlocksNobodyForLong() {
    install(FakeSlack.granted("T0TRUST", "one"));
    after(Duration.ofHours(11));
    long claimed = now.get().plusSeconds(30).toEpochMilli();
    store.run(handle -> handle.execute("update slack_install set refresh_from = ?", claimed));
    slack.answers(OAUTH, FakeSlack.granted("T0TRUST", "two"));

    assertThat(token(installs, TRUST)).isEqualTo("one");
    after(Duration.ofHours(11).plusSeconds(31));
    assertThat(token(installs, TRUST)).isEqualTo("two");
  }

  @Test
  void aTokenIsRenewedThoughAClockThatWasPutBackSaidNotYet() {
    install(FakeSlack.granted("T0TRUST", "one"));
    after(Duration.ofHours(11));
    long tomorrow = now.get().plus(Duration.ofDays(1)).toEpochMilli();
    store.run(handle -> handle.execute("update slack_install set refresh_from = ?", tomorrow));
    slack.answers(OAUTH, FakeSlack.granted("T0TRUST", "two"));

    assertThat(token(installs, TRUST)).isEqualTo("two");
  }

  @Test
  void aTokenWhoseEndAClockWroteThatWasPutBackIsRenewedAsNobodyKnowsItsEnd() {
    after(Duration.ofDays(1));
    install(FakeSlack.granted("T0TRUST", "one"));
    after(Duration.ZERO);
    slack.answers(OAUTH, FakeSlack.granted("T0TRUST", "two"));

    installs.refreshTokens();
    installs.refreshTokens();

    assertThat(slack.rest()).hasSize(1);
    assertThat(token(installs, TRUST)).isEqualTo("two");
  }

  @Test
  void aNewInstallDuringARenewalWins() {
    install(FakeSlack.granted("T0TRUST", "one"));
    after(Duration.ofHours(11));
    CountDownLatch let = new CountDownLatch(1);
    slack.answers(
        OAUTH,
        new FakeSlack.Answer.Held(let, FakeSlack.granted("T0TRUST", "two")),
        FakeSlack.granted("T0TRUST", "reinstalled"));
    CompletableFuture<String> renewing =
        CompletableFuture.supplyAsync(() -> token(installs, TRUST));
    slack.next();
    finishInstall();
    let.countDown();

    assertThat(renewing.join()).isEqualTo("reinstalled");
    assertThat(token(installs, TRUST)).isEqualTo("reinstalled");
  }

  @Test
  void aNewInstallDuringARenewalThatFailsWins() {
    install(FakeSlack.granted("T0TRUST", "one"));
    after(Duration.ofHours(11));
    CountDownLatch let = new CountDownLatch(1);
    slack.answers(
        OAUTH,
        new FakeSlack.Answer.Held(let, FakeSlack.error("invalid_refresh_token")),
        FakeSlack.granted("T0TRUST", "reinstalled"));
    CompletableFuture<String> renewing =
        CompletableFuture.supplyAsync(() -> token(installs, TRUST));
    slack.next();
    finishInstall();
    let.countDown();

    assertThat(renewing.join()).isEqualTo("reinstalled");
  }

  @Test
  void aNewerKeySealsAnewAndTheOlderOneCanGo() {
    install(FakeSlack.granted("T0TRUST", "one"));
    SlackInstalls rotated = replica(ROTATED);
    assertThat(token(rotated, TRUST)).isEqualTo("one");
    String before = sealed();

    rotated.tidy();

    assertThat(sealed()).isNotEqualTo(before);
    assertThat(ROTATED.isOld(sealed())).isFalse();
    assertThat(token(rotated, TRUST)).isEqualTo("one");
    assertThat(token(installs, TRUST)).isEqualTo("token_unopened");
    String once = sealed();
    rotated.tidy();
    assertThat(sealed()).isEqualTo(once);
    rotated.close();
  }

  @Test
  void withForeignKeysNothingIsSentAndNothingIsLost() {
    install(FakeSlack.granted("T0TRUST", "one"));
    SlackInstalls foreign = replica(FOREIGN);

    assertThat(token(foreign, TRUST)).isEqualTo("token_unopened");
    foreign.tidy();

    assertThat(token(installs, TRUST)).isEqualTo("one");
    foreign.close();
  }

  @Test
  void aWorkspaceThatLeftIsForgottenByAllAtOnceAndNoOtherIs() {
    install(FakeSlack.granted("T0TRUST", "one"));
    install(FakeSlack.granted("T0OTHER", "two"));
    SlackInstalls replica = replica(KEYS);
    token(replica, TRUST);

    installs.tokens().uninstalled(TRUST, START);

    assertThat(token(installs, TRUST)).isEqualTo("not installed");
    assertThat(token(replica, TRUST)).isEqualTo("not installed");
    assertThat(token(replica, OTHER)).isEqualTo("two");
    assertThat(installs.tokens().installed(TRUST)).isFalse();
    replica.close();
  }

  @Test
  void whereItWasRemovedNobodyCanBeWrittenToUntilItIsInstalledAgain() {
    install(FakeSlack.granted("T0TRUST", "one"));
    install(FakeSlack.granted("T0OTHER", "two"));
    Address ama = known("T0TRUST", "U0AMA");
    Address guest = known("T0TRUST", "U0GUEST");
    Address eve = known("T0OTHER", "U0EVE");
    ends().ended(guest, "guest");
    store.run(handle ->
        List.of("T0TRUST", "T0OTHER")
            .forEach(team ->
                handle.execute(
                    "insert into assistant_thread (workspace, channel, thread, user_id, viewed,"
                        + " titled, seen_at) values (?, 'D1', '1.1', 'U1', null, ?, 0)",
                    team,
                    false)));

    installs.tokens().uninstalled(TRUST, START);

    assertThat(whyNot(ama)).contains("bot_not_installed");
    assertThat(whyNot(guest)).contains("guest");
    assertThat(whyNot(eve)).isEmpty();
    assertThat(
            store.<List<String>, RuntimeException>read(handle ->
                handle.select("select workspace from assistant_thread").mapTo(String.class).list()))
        .as("threads of the assistant pane")
        .containsExactly("T0OTHER");

    after(Duration.ofHours(1));
    install(FakeSlack.granted("T0TRUST", "three"));

    assertThat(whyNot(ama)).isEmpty();
    assertThat(whyNot(guest)).contains("guest");
  }

  @Test
  void whereItsTokensWereRevokedNobodyCanBeWrittenToEither() {
    install(FakeSlack.granted("T0TRUST", "one"));
    Address ama = known("T0TRUST", "U0AMA");

    installs.tokens().revoked(TRUST, Set.of("U0BOT"), START);

    assertThat(whyNot(ama)).contains("bot_not_installed");
  }

  @Test
  void newsOfLeavingThatComesAfterANewInstallEndsNobodysAddress() {
    install(FakeSlack.granted("T0TRUST", "one"));
    Address ama = known("T0TRUST", "U0AMA");
    after(Duration.ofMinutes(10));
    install(FakeSlack.granted("T0TRUST", "two"));

    installs.tokens().uninstalled(TRUST, START.plus(Duration.ofMinutes(5)));

    assertThat(whyNot(ama)).isEmpty();
  }

  @Test
  void newsOfLeavingThatComesAfterANewInstallDoesNotTakeThatAway() {
    install(FakeSlack.granted("T0TRUST", "one"));
    after(Duration.ofMinutes(10));
    install(FakeSlack.granted("T0TRUST", "two"));

    installs.tokens().uninstalled(TRUST, START.plus(Duration.ofMinutes(5)));

    assertThat(token(installs, TRUST)).isEqualTo("two");
  }

  @Test
  void onlyTheTokensOfItsOwnBotMatter() {
    install(FakeSlack.granted("T0TRUST", "one"));

    installs.tokens().revoked(TRUST, Set.of("U0ELSE"), START);
    assertThat(token(installs, TRUST)).isEqualTo("one");
    installs.tokens().revoked(TRUST, Set.of("U0ELSE", "U0BOT"), START);
    assertThat(token(installs, TRUST)).isEqualTo("not installed");
  }

  @Test
  void aGridsInstallServesItsWorkspacesUnlessTheyHaveTheirOwn() {
    SlackTeam north = new SlackTeam("T0NORTH", Optional.of("E0GRID"));
    SlackTeam south = new SlackTeam("T0SOUTH", Optional.of("E0GRID"));
    install(FakeSlack.grantedForGrid("E0GRID", "grid"));
    install(FakeSlack.granted("T0SOUTH", "south"));

    assertThat(token(installs, north)).isEqualTo("grid");
    assertThat(token(installs, south)).isEqualTo("south");
    assertThat(token(installs, new SlackTeam("T0X", Optional.of("E0ELSE"))))
        .isEqualTo("not installed");
  }

  @Test
  void aWorkspaceOfAGridIsKnownByItselfOnceItWasSeen() {
    SlackTeam north = new SlackTeam("T0NORTH", Optional.of("E0GRID"));
    install(FakeSlack.grantedForGrid("E0GRID", "grid"));
    assertThat(token(installs, SlackTeam.workspace("T0NORTH"))).isEqualTo("not installed");

    installs.tokens().belongs("T0NORTH", north);

    assertThat(token(installs, SlackTeam.workspace("T0NORTH"))).isEqualTo("grid");
    installs.tokens().uninstalled(SlackTeam.workspace("E0GRID"), START);
    assertThat(token(installs, SlackTeam.workspace("T0NORTH"))).isEqualTo("not installed");
  }

  @Test
  void whenAGridLeavesThePeopleOfItsWorkspacesGoAndComeBackWithIt() {
    SlackTeam north = new SlackTeam("T0NORTH", Optional.of("E0GRID"));
    install(FakeSlack.grantedForGrid("E0GRID", "grid"));
    install(FakeSlack.granted("T0SOUTH", "south"));
    installs.tokens().belongs("T0NORTH", north);
    Address nia = known("T0NORTH", "U0NIA");
    Address sam = known("T0SOUTH", "U0SAM");

    installs.tokens().uninstalled(SlackTeam.workspace("E0GRID"), START);
    assertThat(whyNot(nia)).contains("bot_not_installed");
    assertThat(whyNot(sam)).isEmpty();

    after(Duration.ofHours(1));
    install(FakeSlack.grantedForGrid("E0GRID", "grid once more"));
    installs.tokens().belongs("T0NORTH", north);
    assertThat(whyNot(nia)).isEmpty();
  }

  @Test
  void aWorkspaceThatItsGridServesAsWellLosesNobodyWithItsOwnInstall() {
    install(FakeSlack.grantedForGrid("E0GRID", "grid"));
    installs.tokens().belongs("T0SOUTH", new SlackTeam("T0SOUTH", Optional.of("E0GRID")));
    install(FakeSlack.granted("T0SOUTH", "south"));
    Address sam = known("T0SOUTH", "U0SAM");

    installs.tokens().uninstalled(SlackTeam.workspace("T0SOUTH"), START);

    assertThat(token(installs, SlackTeam.workspace("T0SOUTH"))).isEqualTo("grid");
    assertThat(whyNot(sam)).isEmpty();
  }

  @Test
  void whileTheDatabaseIsAwayWhatWasKnownLastDoes() {
    install(FakeSlack.granted("T0TRUST", "one"));
    token(installs, TRUST);

    store.close();

    assertThat(token(installs, TRUST)).isEqualTo("one");
    assertThat(token(installs, OTHER)).isEqualTo("database_away");
    assertThat(installs.tokens().installed(OTHER)).isTrue();
  }

  private Address known(String workspace, String user) {
    Address address = new Address(Address.Kind.SLACK, workspace, user);
    new People(store, now::get).introduce(address);
    store.settle();
    return address;
  }

  private AddressEnds ends() {
    return new AddressEnds(store, now::get);
  }

  private Optional<String> whyNot(Address address) {
    String organisation = new People(store, now::get).organisation(address).orElseThrow();
    return ends().reason(organisation, address);
  }

  private SlackInstalls replica(Keys keys) {
    return InstallsUnderTest.replica(slack, store, keys, now);
  }

  private void after(Duration sinceStart) {
    now.set(START.plus(sinceStart));
  }

  private void install(FakeSlack.Answer.Reply granted) {
    slack.answers(OAUTH, granted);
    finishInstall();
  }

  /** As somebody does in a browser. */
  private void finishInstall() {
    Pages pages = new Pages(new Assets());
    try (TestServer server = TestServer.with(pages, installs.routes(pages))) {
      String cookie = server.get("/slack/install").headers().firstValue("Set-Cookie").orElseThrow();
      String begun = cookie.substring(0, cookie.indexOf(';'));
      HttpResponse<String> page =
          server.get(
              "/slack/oauth_redirect?code=c&state=" + begun.substring(begun.indexOf('=') + 1),
              "Cookie",
              begun);
      assertThat(page.body()).contains("Rapport is installed");
      slack.next();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private String sealed() {
    return store.read(
        handle -> handle.select("select bot_token from slack_install").mapTo(String.class).one());
  }
}
