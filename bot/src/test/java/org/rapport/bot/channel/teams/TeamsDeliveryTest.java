package org.rapport.bot.channel.teams;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What happens when Teams is busy, broken or silent: what it asks for, and never twice. */
class TeamsDeliveryTest extends WithTeams {
  @Test
  void aBusyTeamsIsWaitedForAsLongAsItAsks() throws Exception {
    world.connector.answersNext(429, "7");
    world.connector.answersNext(429, "3");
    whenAsked();

    assertThat(world.pauses).containsExactly(Duration.ofSeconds(7), Duration.ofSeconds(3));
    assertThat(world.connector.all).hasSize(3);
    assertThat(world.errors("send_failed")).isZero();
  }

  @ParameterizedTest
  @ValueSource(ints = {412, 429, 502, 503, 504})
  void whatTeamsDidNotTakeIsTriedAgainMoreAndMoreSlowly(int status) throws Exception {
    world.connector.answersNext(status);
    world.connector.answersNext(status, "soon");
    whenAsked();

    assertThat(world.pauses).containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(2));
    assertThat(world.connector.all).hasSize(3);
  }

  @Test
  void aTeamsThatStaysBusyIsGivenUp() throws Exception {
    for (int i = 0; i < 5; i++) {
      world.connector.answersNext(429, "1");
    }
    whenAsked();

    assertThat(world.connector.all).hasSize(4);
    assertThat(world.errors("send_failed")).isEqualTo(1);
  }

  @Test
  void aTeamsThatAsksForTooLongIsGivenUpAtOnce() throws Exception {
    world.connector.answersNext(429, "3600");
    whenAsked();

    assertThat(world.pauses).isEmpty();
    assertThat(world.connector.all).hasSize(1);
    assertThat(world.errors("send_failed")).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 401, 403, 404})
  void aRefusalIsFinal(int status) throws Exception {
    world.connector.answersNext(status);
    whenAsked();

    assertThat(world.connector.all).hasSize(1);
    assertThat(world.errors("send_refused")).isEqualTo(1);
  }

  @Test
  void anErrorInsideTeamsIsNotTriedAgain() throws Exception {
    world.connector.answersNext(500);
    whenAsked();

    assertThat(world.connector.all).hasSize(1);
    assertThat(world.errors("send_unconfirmed")).isEqualTo(1);
  }

  @Test
  void aMessageWithoutAReplyIsNeverSentTwice() throws Exception {
    try (TeamsWorld impatient =
        new TeamsWorld(
            Files.createDirectory(folder.resolve("other")),
            Duration.ofSeconds(3),
            TeamsWorld.Kind.SINGLE_TENANT)) {
      impatient.connector.neverAnswersNext();
      impatient.receive(impatient.activity("personal-message"));
      impatient.finish();

      assertThat(impatient.connector.all).hasSize(1);
      assertThat(impatient.errors("send_unconfirmed")).isEqualTo(1);
    }
  }

  @Test
  void aReplyThatIsLostOnAnOldConnectionIsNotSentTwice() throws Exception {
    world.receive(world.question("1", "first"));
    world.connector.next();
    world.connector.hangsUpNext();
    whenAsked();

    assertThat(world.connector.all).hasSize(2);
    assertThat(world.errors("send_unconfirmed")).isEqualTo(1);
  }

  @Test
  void aTeamsThatCannotBeReachedIsTriedAgainAndGivenUp() throws Exception {
    world.receive(world.activity("personal-message").put("type", "typing"));
    world.connector.close();
    whenAsked();

    assertThat(world.pauses).hasSize(3);
    assertThat(world.errors("send_failed")).isEqualTo(1);
  }

  @Test
  void aRedirectIsNotFollowedWithTheToken() throws Exception {
    world.connector.answersNext(307);
    whenAsked();

    assertThat(world.connector.all).hasSize(1);
  }

  @Test
  void withoutATokenOfOurOwnNothingIsSent() throws Exception {
    world.receive(world.activity("personal-message").put("type", "typing"));
    world.login.goAway();
    whenAsked();

    assertThat(world.connector.all).isEmpty();
    assertThat(world.errors("send_failed")).isEqualTo(1);
  }

  private void whenAsked() throws Exception {
    world.receive(world.activity("personal-message"));
    world.finish();
  }
}
