package org.rapport.bot.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.gson.JsonObject;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.rapport.bot.channel.slack.FakeSlack;
import org.rapport.bot.channel.teams.FakeConnector;

/** What is kept of what people asked, and what is not. */
class RememberingTest extends OnEachDatabase {
  private static final String QUESTION = "how often should I post";
  private static final String DISTRESS = "I can not go on and I want to kill myself";

  @Test
  void aQuestionIsKeptWithItsAnswerAndWithoutItsAsker() {
    SlackPerson chief = rapport.chief();
    chief.command(QUESTION);

    assertThat(rapport.kept().questions("T0TRUST"))
        .singleElement()
        .satisfies(row -> {
          assertThat(row)
              .containsEntry("words", QUESTION)
              .containsEntry("channel", "slack")
              .containsEntry("outcome", "found")
              .containsEntry("section", "post-how-often")
              .containsEntry("was_right", null);
          assertThat(row.toString()).doesNotContain(chief.user());
        });
  }

  @Test
  void personalDataIsMaskedBeforeItIsKept() {
    rapport
        .chief()
        .command("may I thank jane.doe@trust.nhs.uk, 07700 900123, NHS 943 476 5919, in a post?");
    TeamsPerson chief = rapport.chiefInTeams();
    chief.write("may I thank jane.doe@trust.nhs.uk of LS9 7TF in a post?");
    chief.reads();

    assertThat(rapport.kept().questions())
        .extracting(row -> row.get("words"))
        .containsExactlyInAnyOrder(
            "may I thank [email], [phone], NHS [NHS number], in a post?",
            "may I thank [email] of [postcode] in a post?");
    assertThat(rapport.kept().everything())
        .doesNotContain("jane.doe", "900123", "943 476 5919", "LS9 7TF");
  }

  @Test
  void yesAndNoAreKeptWithTheQuestionOfTheOrganisation() {
    SlackPerson chief = rapport.chief();
    Shown answer = chief.command(QUESTION);

    chief.pressPrivately(answer.button("Yes"));
    assertThat(chief.reads().words()).contains("Thank you. That helps us");
    assertThat(rapport.kept().ratings("T0TRUST")).containsExactly(true);

    chief.pressPrivately(answer.button("No"));
    assertThat(chief.reads().words()).contains("Thank you for saying so").contains("comms team");
    assertThat(rapport.kept().ratings("T0TRUST")).containsExactly(false);
  }

  @Test
  void whatWasWrongIsAskedInAModalAndKeptWithTheQuestion() {
    SlackPerson chief = rapport.chief();
    chief.pressPrivately(chief.command(QUESTION).button("No"));
    chief.pressPrivately(chief.reads().button("What was wrong?"));
    JsonObject modal = rapport.slack.next().body().getAsJsonObject("view");

    assertThat(chief.submit(modal, Map.of()))
        .contains("\"errors\":{\"rapport:wrong-answer:why\":\"Please answer this.\"}");
    assertThat(chief.submit(modal, Map.of("why", "nonsense"))).contains("This form has changed");
    assertThat(rapport.kept().wrong()).isEmpty();
    assertThat(chief.submit(modal, Map.of("why", "out-of-date", "words", "Ask ama@trust.nhs.uk")))
        .contains("Thank you", "leave out anything that could identify");
    assertThat(rapport.kept().wrong()).containsExactly("out-of-date: Ask [email]");
  }

  @Test
  void nobodySaysWhatWasWrongInAnotherWorkspace() {
    SlackPerson chief = rapport.chief();
    chief.pressPrivately(chief.command(QUESTION).button("No"));
    chief.pressPrivately(chief.reads().button("What was wrong?"));
    JsonObject modal = rapport.slack.next().body().getAsJsonObject("view");
    SlackPerson stranger = rapport.slackPerson("T0OTHER", "U0STRANGER");

    assertThat(stranger.submit(modal, Map.of("why", "other"))).contains("no longer on record");
    assertThat(rapport.kept().wrong()).isEmpty();
  }

  @Test
  void aRatingOfAPublicAnswerIsThankedForInPrivate() {
    SlackPerson chief = rapport.chief();
    chief.mention(QUESTION);
    chief.press(chief.reads().button("Yes"));

    FakeSlack.Call thanks = rapport.slack.next();
    assertThat(thanks.method()).isEqualTo("response_url");
    assertThat(rapport.kept().ratings("T0TRUST")).containsExactly(true);
  }

  @Test
  void nobodyRatesTheAnswersOfAnotherWorkspace() {
    Shown.Button yes = rapport.chief().command(QUESTION).button("Yes");
    SlackPerson stranger = rapport.slackPerson("T0OTHER", "U0STRANGER");

    stranger.press(yes);
    assertThat(stranger.reads().words()).contains("no longer on record");
    TeamsPerson inTeams = rapport.chiefInTeams();
    inTeams.press(new Shown.Button("Yes", "rate-yes", yes.value().split(" ")[1]), "out-1");

    assertThat(rapport.kept().ratings()).singleElement().isNull();
  }

  @Test
  void aRatingInTeamsIsKeptAndTheCardSaysThankYou() {
    TeamsPerson chief = rapport.chiefInTeams();
    chief.write(QUESTION);
    Shown answer = chief.reads();

    JsonNode inPlace = chief.press(answer.button("Yes"), "out-1").path("value");

    assertThat(Shown.inTeams(inPlace).words())
        .contains("How often should I post?")
        .contains("Thank you. That helps us");
    FakeConnector.Sent update = chief.next();
    assertThat(update.method()).isEqualTo("PUT");
    assertThat(update.path()).endsWith("/activities/out-1");
    assertThat(update.card()).isEqualTo(inPlace);
    assertThat(rapport.kept().ratings("tenant-one")).containsExactly(true);
  }

  @Test
  void whoAsksInTwoWorkspacesHasTwoOrganisations() {
    rapport.chief().command(QUESTION);
    rapport.slackPerson("T0OTHER", "U0CHIEF").command(QUESTION);
    TeamsPerson inTeams = rapport.chiefInTeams();
    inTeams.write(QUESTION);
    inTeams.reads();

    assertThat(rapport.kept().questions())
        .extracting(row -> row.get("organisation_id"))
        .doesNotHaveDuplicates()
        .hasSize(3);
  }

  @Test
  void wordsOfDistressInAChannelAreAnsweredForTheWriterAloneAndNotKept() {
    SlackPerson chief = rapport.chief();
    chief.mention(DISTRESS);

    FakeSlack.Call reply = rapport.slack.next();
    assertThat(reply.method()).isEqualTo("chat.postEphemeral");
    assertThat(reply.field("channel")).isEqualTo(SlackPerson.CHANNEL);
    assertThat(reply.field("user")).isEqualTo(chief.user());
    assertIsHelp(Shown.inSlack(reply.body()));
    assertNoWordOfDistressIsKept();
  }

  @Test
  void wordsOfDistressInATeamsChannelAreAnsweredInThePersonsOwnChat() {
    TeamsPerson chief = rapport.chiefInTeams();
    chief.mention(DISTRESS);

    FakeConnector.Sent chat = chief.next();
    assertThat(chat.path()).isEqualTo("/uk/v3/conversations");
    assertThat(chat.body().at("/members/0/id").asText()).isEqualTo(chief.id());
    FakeConnector.Sent help = chief.next();
    assertThat(help.path()).isEqualTo("/uk/v3/conversations/a:private/activities");
    assertIsHelp(Shown.inTeams(help.card()));
    assertNoWordOfDistressIsKept();
  }

  @Test
  void wordsOfDistressInPrivateAreAnsweredThere() {
    SlackPerson chief = rapport.chief();
    chief.write(DISTRESS);

    FakeSlack.Call reply = rapport.slack.next();
    assertThat(reply.method()).isEqualTo("chat.postMessage");
    assertThat(reply.field("channel")).isEqualTo(chief.directMessages());
    assertIsHelp(Shown.inSlack(reply.body()));
    assertIsHelp(chief.command(DISTRESS));
    assertNoWordOfDistressIsKept();
  }

  private static void assertIsHelp(Shown shown) {
    assertThat(shown.words()).contains("Please talk to someone now").contains("999", "116 123");
    assertThat(shown.buttons()).isEmpty();
  }

  private void assertNoWordOfDistressIsKept() {
    assertThat(rapport.kept().questions())
        .isNotEmpty()
        .allSatisfy(
            row -> assertThat(row).containsEntry("outcome", "urgent").containsEntry("words", ""));
    assertThat(rapport.kept().everything()).doesNotContain("kill myself");
  }
}
