package org.rapport.bot.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** People are told who can see what, once. */
class PrivacyNoticeTest extends OnEachDatabase {
  private static final String NOTICE = "Who can see what.";

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
