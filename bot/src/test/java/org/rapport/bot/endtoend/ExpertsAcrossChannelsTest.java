package org.rapport.bot.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.gson.JsonObject;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rapport.bot.channel.slack.FakeSlack;
import org.rapport.bot.channel.teams.FakeConnector;

/**
 * An organisation with a Slack workspace and a Teams tenant: who asks is in one, and who answers in
 * the other.
 */
class ExpertsAcrossChannelsTest extends OnEachDatabase {
  private static final String QUESTION = "how often should I post";
  private static final String ANSWER = "Llamas are fine.";
  private static final Pattern CODE = Pattern.compile("[A-Z0-9]{4}-[A-Z0-9]{4}");
  private static final String NAME_IN_SLACK = "Ben Hughes";

  private SlackPerson inSlack;
  private TeamsPerson inTeams;

  @Override
  Map<String, String> variables() {
    return Map.of(
        "RAPPORT_ADMINS", "slack:T0TRUST/U0ADMIN,teams:tenant-one/directory-id-of-lead",
        "RAPPORT_ASKS_PER_MINUTE", "0");
  }

  /** Each side's admin agrees to it. */
  @BeforeEach
  void joined() {
    inSlack = named(rapport.slackPerson("T0TRUST", "U0ADMIN"));
    inTeams = rapport.teamsPerson("tenant-one", "lead");
    Matcher code = CODE.matcher(inSlack.command("join").words());
    assertThat(code.find()).isTrue();
    inTeams.write("join " + code.group());
    assertThat(reads(sent -> sent.text().contains("to confirm"))).isNotBlank();
    rapport.kept(); // Where the lead's chat is has been noted by then.
    Shown toConfirm = Shown.inSlack(inSlackNext(_ -> true).body());
    inSlack.pressInOwnChat(toConfirm.button("Let them join"));
    assertThat(reads(sent -> sent.text().contains("has joined"))).isNotBlank();
  }

  @Test
  void aQuestionFromSlackIsAnsweredInTheChannelOfTeams() {
    SlackPerson chief = named(rapport.chief());
    inTeams.mention("admin experts here");
    assertThat(reads(ExpertsAcrossChannelsTest::beginsThread)).contains("From now on");

    askInSlack(chief, "named");
    Shown asked = Shown.inTeams(inTeamsNext(ExpertsAcrossChannelsTest::beginsThread).card());
    assertThat(asked.words())
        .contains(QUESTION, "Open", NAME_IN_SLACK)
        .doesNotContain("U0CHIEF", "T0TRUST");
    inTeams.pressInChannel(asked.button("I will answer"));
    Shown claimed = Shown.inTeams(inTeamsNext(sent -> sent.method().equals("PUT")).card());
    assertThat(claimed.words()).contains("Claimed", FakeConnector.MEMBER);
    assertThat(told("chat.update"))
        .contains("Claimed", FakeConnector.MEMBER)
        .doesNotContain("directory-id", "tenant-one");

    rapport.restart();
    JsonNode dialog = inTeams.opens(claimed.button("Answer"));
    inTeams.fillDialog(dialog, Map.of("answer", ANSWER, "guidance", "none"));
    assertThat(told("chat.postMessage"))
        .contains("An expert has answered", ANSWER, FakeConnector.MEMBER)
        .doesNotContain("directory-id", "tenant-one");
    assertThat(rapport.kept().expertQuestions())
        .containsExactly("answered: " + QUESTION + " " + ANSWER);
  }

  @Test
  void aQuestionFromTeamsIsAnsweredInTheChannelOfSlack() {
    TeamsPerson chief = rapport.chiefInTeams();
    assertThat(inSlack.command("admin experts here").words()).contains("come to this channel");

    askInTeams(chief, "named");
    Shown asked =
        Shown.inSlack(
            inSlackNext(call -> isIn(call, "C0COMMS") && call.body().toString().contains(QUESTION))
                .body());
    assertThat(asked.words())
        .contains(QUESTION, "Open", FakeConnector.MEMBER)
        .doesNotContain("directory-id", "tenant-one");
    inSlack.press(asked.button("I will answer"));
    Shown claimed =
        Shown.inSlack(
            inSlackNext(call -> isIn(call, "C0COMMS") && call.method().equals("chat.update"))
                .body());
    assertThat(claimed.words()).contains("Claimed", "<@U0ADMIN>");
    assertThat(reads(sent -> isIn(sent, "a:chat-chief") && sent.text().contains("Claimed")))
        .contains("Claimed", NAME_IN_SLACK)
        .doesNotContain("U0ADMIN", "T0TRUST");

    rapport.restart();
    inSlack.press(claimed.button("Answer"));
    JsonObject modal =
        inSlackNext(call -> call.method().equals("views.open")).body().getAsJsonObject("view");
    inSlack.submit(modal, Map.of("answer", ANSWER, "guidance", "none"));
    assertThat(reads(sent -> isIn(sent, "a:chat-chief") && sent.text().contains(ANSWER)))
        .contains("An expert has answered", ANSWER, NAME_IN_SLACK)
        .doesNotContain("U0ADMIN", "T0TRUST");
    assertThat(rapport.kept().expertQuestions())
        .containsExactly("answered: " + QUESTION + " " + ANSWER);
  }

  @Test
  void whoAsksWithoutTheirNameStaysUnknownInTheOtherChannelToo() {
    inTeams.mention("admin experts here");
    assertThat(reads(ExpertsAcrossChannelsTest::beginsThread)).contains("From now on");

    askInSlack(named(rapport.chief()), "unnamed");
    assertThat(reads(ExpertsAcrossChannelsTest::beginsThread))
        .contains(QUESTION, "Asked without a name")
        .doesNotContain("U0CHIEF", NAME_IN_SLACK);
  }

  /** Everybody in this Slack is called the same. */
  private SlackPerson named(SlackPerson person) {
    rapport.slack.knows(person.team(), person.user()).addProperty("real_name", NAME_IN_SLACK);
    return person;
  }

  private void askInSlack(SlackPerson chief, String name) {
    Shown.Button button = chief.command(QUESTION).button("Ask an expert");
    chief.press(button);
    JsonObject form =
        inSlackNext(call -> call.method().equals("views.open")).body().getAsJsonObject("view");
    assertThat(chief.submit(form, Map.of("question", QUESTION, "name", name)))
        .contains("is with your communications team");
  }

  private void askInTeams(TeamsPerson chief, String name) {
    chief.write(QUESTION);
    Shown answer = Shown.inTeams(inTeamsNext(sent -> sent.text().contains("Ask an expert")).card());
    chief.press(answer.button("Ask an expert"), "out-1");
    JsonNode form = inTeamsNext(sent -> sent.text().contains("May they see who asks?")).card();
    assertThat(chief.fill(form, Map.of("question", QUESTION, "name", name)).toString())
        .contains("is with your communications team");
  }

  /** What is said next by the bot in Slack outside the channel of the experts. */
  private String told(String method) {
    return Shown.inSlack(
            inSlackNext(call -> call.method().equals(method) && !isIn(call, "C0COMMS")).body())
        .words();
  }

  private String reads(Predicate<FakeConnector.Sent> wanted) {
    return Shown.inTeams(inTeamsNext(wanted).card()).words();
  }

  /** The next thing with a card that is wanted; others may come before it, from other threads. */
  private FakeConnector.Sent inTeamsNext(Predicate<FakeConnector.Sent> wanted) {
    FakeConnector.Sent sent = inTeams.next();
    while (sent.card().isMissingNode() || !wanted.test(sent)) {
      sent = inTeams.next();
    }
    return sent;
  }

  /** The next call that is wanted; others may come before it, from other threads. */
  private FakeSlack.Call inSlackNext(Predicate<FakeSlack.Call> wanted) {
    FakeSlack.Call call = rapport.slack.next();
    while (!wanted.test(call)) {
      call = rapport.slack.next();
    }
    return call;
  }

  private static boolean beginsThread(FakeConnector.Sent sent) {
    return sent.body().at("/channelData/channel/id").asText().equals("19:leaders@thread.tacv2");
  }

  private static boolean isIn(FakeConnector.Sent sent, String conversation) {
    return sent.path().contains("/conversations/" + conversation);
  }

  private static boolean isIn(FakeSlack.Call call, String channel) {
    return call.field("channel").equals(channel);
  }
}
