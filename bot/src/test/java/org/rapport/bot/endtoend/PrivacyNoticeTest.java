package org.rapport.bot.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.rapport.bot.store.TestDatabase;

/** People are told who can see what, once. */
@ParameterizedClass
@EnumSource
class PrivacyNoticeTest {
  private static final String NOTICE = "Who can see what.";

  private final TestDatabase database;

  @TempDir Path home;

  private RunningRapport rapport;

  PrivacyNoticeTest(TestDatabase database) {
    this.database = database;
  }

  @BeforeEach
  void start() {
    rapport = RunningRapport.on(database, home);
  }

  @AfterEach
  void stop() {
    rapport.close();
  }

  @Test
  void theFirstAnswerSaysItAndNoFurtherOne() {
    SlackPerson chief = rapport.chief();
    assertThat(chief.command("how do I start?").words()).contains(NOTICE, "90 days");

    assertThat(chief.command("how do I start?").words()).doesNotContain(NOTICE);
    chief.write("hello");
    assertThat(chief.reads().words()).doesNotContain(NOTICE);
    rapport.restart();
    assertThat(chief.command("help").words()).doesNotContain(NOTICE);
  }

  @Test
  void itIsToldInEachChannelAndToEachPerson() {
    assertThat(rapport.chief().command("hello").words()).contains(NOTICE, "Slack");
    SlackPerson chair = rapport.slackPerson("T0TRUST", "U0CHAIR");
    assertThat(chair.command("hello").words()).contains(NOTICE);
    SlackPerson elsewhere = rapport.slackPerson("T0OTHER", "U0CHIEF");
    assertThat(elsewhere.command("hello").words()).contains(NOTICE);

    TeamsPerson inTeams = rapport.chiefInTeams();
    inTeams.install();
    assertThat(inTeams.reads().words()).contains(NOTICE, "Teams");
    inTeams.write("how do I start?");
    assertThat(inTeams.reads().words()).doesNotContain(NOTICE);
  }

  @Test
  void ofManyFirstQuestionsAtTheSameTimeOneIsAnsweredWithIt() throws Exception {
    SlackPerson chief = rapport.chief();
    try (ExecutorService atOnce = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Shown>> answers =
          IntStream.range(0, 8)
              .mapToObj(number -> atOnce.submit(() -> chief.command("how do I start?")))
              .toList();
      int told = 0;
      for (Future<Shown> answer : answers) {
        told += answer.get().words().contains(NOTICE) ? 1 : 0;
      }
      assertThat(told).isEqualTo(1);
    }
    assertThat(rapport.kept().questions("T0TRUST")).hasSize(8);
  }
}
