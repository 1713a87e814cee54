package org.rapport.bot.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rapport.bot.channel.slack.FakeSlack;
import org.rapport.bot.store.TestDatabase;

/** A leader goes on asking, and need not say again what it is about. */
class FollowUpTest {
  private static final String HOW_LONG = "how many characters do I get on X";
  private static final String ON_LINKEDIN = "and on LinkedIn?";
  private static final String LINKEDIN_LIMITS = "What are the limits on LinkedIn?";

  @TempDir Path home;

  private RunningRapport rapport;

  @BeforeEach
  void start() {
    rapport = RunningRapport.on(TestDatabase.SQLITE, home);
  }

  @AfterEach
  void stop() {
    rapport.close();
  }

  @Test
  void inDirectMessagesWhatCameBeforeIsKnown() {
    SlackPerson chief = rapport.chief();
    chief.write(HOW_LONG);
    chief.reads();

    chief.write(ON_LINKEDIN);

    assertThat(chief.reads().words()).startsWith(LINKEDIN_LIMITS);
  }

  @Test
  void inAThreadWhatWasAskedInItIsKnown() {
    SlackPerson chief = rapport.chief();
    chief.mention(HOW_LONG);
    FakeSlack.Call answer = rapport.slack.next();

    chief.mentionInThread(answer.field("thread_ts"), ON_LINKEDIN);

    assertThat(chief.reads().words()).startsWith(LINKEDIN_LIMITS);
  }

  @Test
  void whatWasAskedInAnotherThreadIsNotMixedIn() {
    SlackPerson chief = rapport.chief();
    chief.mentionInThread("1750000000.000100", HOW_LONG);
    chief.reads();

    chief.mentionInThread("1750000000.000200", ON_LINKEDIN);

    assertThat(chief.reads().words()).doesNotStartWith(LINKEDIN_LIMITS);
  }

  @Test
  void byCommandsWhatCameBeforeIsKnown() {
    SlackPerson chief = rapport.chief();
    chief.command(HOW_LONG);

    assertThat(chief.command(ON_LINKEDIN).words()).startsWith(LINKEDIN_LIMITS);
  }

  @Test
  void inTeamsWhatCameBeforeIsKnown() {
    TeamsPerson chief = rapport.chiefInTeams();
    chief.write(HOW_LONG);
    chief.next();

    chief.write(ON_LINKEDIN);

    assertThat(Shown.inTeams(chief.next().card()).words()).startsWith(LINKEDIN_LIMITS);
  }
}
