package org.rapport.bot.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.rapport.bot.channel.slack.FakeSlack;

/** A leader asks the comms team through Rapport, all of them in Slack. */
class ExpertsInSlackTest extends OnEachDatabase {
  private static final String QUESTION = "how often should I post";

  @Override
  Map<String, String> variables() {
    return Map.of("RAPPORT_ADMINS", "slack:T0TRUST/U0ADMIN", "RAPPORT_ASKS_PER_MINUTE", "0");
  }

  @Test
  void aQuestionGoesToTheChannelAndTheAnswerToTheAskerAcrossARestart() {
    SlackPerson admin = rapport.slackPerson("T0TRUST", "U0ADMIN");
    SlackPerson chief = rapport.chief();
    admin.write("admin experts here");
    assertThat(reads(call -> isIn(call, "D0ADMIN"))).contains("Add me to a channel first");
    assertThat(said(admin, "admin experts here").words()).contains("come to this channel");

    JsonObject form = opened(chief, said(chief, QUESTION).button("Ask an expert"));
    assertThat(chief.submit(form, Map.of("question", QUESTION, "name", "unnamed")))
        .contains("is with your communications team");
    Shown asked =
        Shown.inSlack(
            called(call -> call.method().equals("chat.postMessage") && isIn(call, "C0COMMS"))
                .body());
    assertThat(asked.words()).contains(QUESTION, "Open").doesNotContain("U0CHIEF");

    rapport.restart();
    admin.press(asked.button("I will answer"));
    Shown claimed =
        Shown.inSlack(
            called(call -> call.method().equals("chat.update") && isIn(call, "C0COMMS")).body());
    assertThat(claimed.words()).contains("Claimed", "U0ADMIN");
    JsonObject answering = opened(admin, claimed.button("Answer"));
    assertThat(admin.submit(answering, Map.of("answer", "Llamas are fine.", "guidance", "none")))
        .contains("Answered");

    assertThat(
            reads(call ->
                isIn(call, "U0CHIEF")
                    && call.method().equals("chat.postMessage")
                    && call.field("text").contains("An expert has answered")))
        .contains("Llamas are fine.", "U0ADMIN");
    rapport.stop();
    rapport.slack.rest();
    rapport.start();
  }

  private JsonObject opened(SlackPerson by, Shown.Button button) {
    by.press(button);
    return called(call -> call.method().equals("views.open")).body().getAsJsonObject("view");
  }

  /** What {@code /coach} says, whichever way; other calls may come before it. */
  private Shown said(SlackPerson by, String command) {
    return by.acknowledgement(command)
        .orElseGet(
            () -> Shown.inSlack(called(call -> call.method().equals("response_url")).body()));
  }

  private String reads(Predicate<FakeSlack.Call> wanted) {
    return Shown.inSlack(called(wanted).body()).words();
  }

  /** The next call that is wanted; others may come before it, from other threads. */
  private FakeSlack.Call called(Predicate<FakeSlack.Call> wanted) {
    FakeSlack.Call call = rapport.slack.next();
    while (!wanted.test(call)) {
      call = rapport.slack.next();
    }
    return call;
  }

  private static boolean isIn(FakeSlack.Call call, String channel) {
    return call.field("channel").equals(channel);
  }
}
