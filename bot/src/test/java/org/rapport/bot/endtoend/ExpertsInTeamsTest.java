package org.rapport.bot.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.rapport.bot.channel.teams.FakeConnector;

/** A leader asks the comms team through Rapport, all of them in Teams. */
class ExpertsInTeamsTest extends OnEachDatabase {
  private static final String QUESTION = "how often should I post";

  @Override
  Map<String, String> variables() {
    return Map.of(
        "RAPPORT_ADMINS", "teams:tenant-one/directory-id-of-lead", "RAPPORT_ASKS_PER_MINUTE", "0");
  }

  @Test
  void aQuestionGoesToTheChannelAndTheAnswerToTheAskerAcrossARestart() {
    TeamsPerson lead = rapport.teamsPerson("tenant-one", "lead");
    TeamsPerson chief = rapport.chiefInTeams();
    lead.write("admin experts here");
    assertThat(reads(sent -> isIn(sent, "a:chat-lead"))).contains("Add me to a channel first");
    lead.mention("admin experts here");
    assertThat(reads(ExpertsInTeamsTest::beginsThread))
        .contains("From now on, questions to your organisation's experts");
    assertThat(reads(sent -> isIn(sent, "a:private"))).contains("come to this channel");

    ask(chief);
    Shown asked = Shown.inTeams(called(ExpertsInTeamsTest::beginsThread).card());
    assertThat(asked.words())
        .contains(QUESTION, "Open", FakeConnector.MEMBER)
        .doesNotContain("directory-id", "tenant-one");

    rapport.restart();
    String pressed = lead.pressInChannel(asked.button("I will answer")).toString();
    assertThat(pressed).contains("Claimed", FakeConnector.MEMBER);
    Shown claimed = Shown.inTeams(called(sent -> isChange(sent, "19:leaders")).card());
    assertThat(claimed.words()).contains("Claimed", FakeConnector.MEMBER);
    JsonNode dialog = lead.opens(claimed.button("Answer"));
    assertThat(
            lead.fillDialog(dialog, Map.of("answer", "Llamas are fine.", "guidance", "none"))
                .toString())
        .contains("Answered");

    assertThat(
            reads(sent ->
                isIn(sent, "a:chat-chief") && sent.text().contains("An expert has answered")))
        .contains("Llamas are fine.", FakeConnector.MEMBER)
        .doesNotContain("directory-id");
    rapport.stop();
    rapport.start();
  }

  @Test
  void whoIsRefusedReadsByNameWhoCanGrantARole() {
    TeamsPerson lead = rapport.teamsPerson("tenant-one", "lead");
    TeamsPerson chief = rapport.chiefInTeams();
    lead.write("help");
    assertThat(reads(sent -> isIn(sent, "a:chat-lead"))).isNotBlank();
    rapport.kept(); // Where the lead's chat is has been noted by then.
    lead.write("roles");
    assertThat(reads(sent -> isIn(sent, "a:chat-lead"))).contains("Admin", FakeConnector.MEMBER);

    chief.write("roles");

    assertThat(reads(sent -> isIn(sent, "a:chat-chief") && sent.text().contains("Only an admin")))
        .contains("Who can give you a role", FakeConnector.MEMBER)
        .doesNotContain("directory-id", "tenant-one");
  }

  private void ask(TeamsPerson chief) {
    chief.write(QUESTION);
    Shown answer = Shown.inTeams(called(sent -> sent.text().contains("Ask an expert")).card());
    chief.press(answer.button("Ask an expert"), "out-1");
    JsonNode form = called(sent -> sent.text().contains("May they see who asks?")).card();
    assertThat(chief.fill(form, Map.of("question", QUESTION, "name", "named")).toString())
        .contains("is with your communications team");
  }

  private String reads(Predicate<FakeConnector.Sent> wanted) {
    return Shown.inTeams(called(wanted).card()).words();
  }

  /** The next thing with a card that is wanted; others may come before it, from other threads. */
  private FakeConnector.Sent called(Predicate<FakeConnector.Sent> wanted) {
    TeamsPerson anybody = rapport.chiefInTeams();
    FakeConnector.Sent sent = anybody.next();
    while (sent.card().isMissingNode() || !wanted.test(sent)) {
      sent = anybody.next();
    }
    return sent;
  }

  private static boolean beginsThread(FakeConnector.Sent sent) {
    return sent.body().at("/channelData/channel/id").asText().equals("19:leaders@thread.tacv2");
  }

  private static boolean isChange(FakeConnector.Sent sent, String conversation) {
    return sent.method().equals("PUT") && isIn(sent, conversation);
  }

  private static boolean isIn(FakeConnector.Sent sent, String conversation) {
    return sent.path().contains("/conversations/" + conversation);
  }
}
