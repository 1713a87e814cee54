package org.rapport.bot.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The one workspace that Rapport was made for removes it, and takes it back. */
class RemovedFromSlackTest extends OnEachDatabase {
  private static final String ENDED = "reason=bot_not_installed";
  private static final String NO_PANE = "assistant_thread[]";

  @Test
  void whoIsThereCannotBeWrittenToUntilItIsStartedWithATokenAgain() {
    SlackPerson chief = rapport.chief();
    chief.command("history on");
    chief.opensPane();
    chief.reads();
    assertThat(rapport.kept().everything()).doesNotContain(ENDED, NO_PANE);

    chief.deliver(chief.event("app_uninstalled"));
    assertThat(rapport.kept().everything()).contains(ENDED, NO_PANE);

    rapport.restart();
    assertThat(rapport.kept().everything()).doesNotContain(ENDED);
  }
}
