package org.rapport.bot.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.rapport.bot.channel.slack.FakeSlack;
import org.rapport.bot.channel.teams.FakeConnector;

/** A leader asks wherever they work, and gets an answer from the guidance. */
class AskingTest extends OnEachDatabase {
  private static final String PLATFORMS = "which platforms reach most people in the uk now";
  private static final String UNKNOWN = "who won the hospital bake off in 1987";
  private static final String CLINICAL = "what dose of amoxicillin for a chest infection";

  @Test
  void aCommandIsAnsweredInTheAcknowledgement() {
    SlackPerson chief = rapport.chief();
    // A machine that is very busy may need longer than Slack waits; it is not always.
    Shown answer =
        IntStream.range(0, 10)
            .mapToObj(attempt -> chief.acknowledgement(PLATFORMS))
            .flatMap(Optional::stream)
            .findFirst()
            .orElseThrow();

    assertAnswersAboutPlatforms(answer);
  }

  @Test
  void aMentionIsAnsweredInAThreadOfItsOwn() {
    SlackPerson chief = rapport.chief();
    String ts = chief.mention(PLATFORMS).getAsJsonObject("event").get("ts").getAsString();

    FakeSlack.Call post = rapport.slack.next();
    assertThat(post.method()).isEqualTo("chat.postMessage");
    assertThat(post.field("channel")).isEqualTo(SlackPerson.CHANNEL);
    assertThat(post.field("thread_ts")).isEqualTo(ts);
    assertAnswersAboutPlatforms(Shown.inSlack(post.body()));
  }

  @Test
  void aMentionInAThreadIsAnsweredThere() {
    rapport.chief().mentionInThread("1750000000.000100", PLATFORMS);

    assertThat(rapport.slack.next().field("thread_ts")).isEqualTo("1750000000.000100");
  }

  @Test
  void aDirectMessageIsAnsweredWhereItWasWritten() {
    SlackPerson chief = rapport.chief();
    chief.write(PLATFORMS);

    FakeSlack.Call post = rapport.slack.next();
    assertThat(post.field("channel")).isEqualTo(chief.directMessages());
    assertThat(post.field("thread_ts")).isEmpty();
    assertAnswersAboutPlatforms(Shown.inSlack(post.body()));
  }

  @Test
  void aMessageInTeamsIsAnsweredInThePersonsOwnChat() {
    TeamsPerson chief = rapport.chiefInTeams();
    chief.write(PLATFORMS);

    FakeConnector.Sent sent = chief.next();
    assertThat(sent.path()).startsWith("/uk/v3/conversations/a:chat-chief/activities/");
    assertAnswersAboutPlatforms(Shown.inTeams(sent.card()));
  }

  @Test
  void aMentionInATeamsChannelIsAnsweredInItsThread() {
    TeamsPerson chief = rapport.chiefInTeams();
    chief.mention(PLATFORMS);

    FakeConnector.Sent sent = chief.next();
    assertThat(sent.path())
        .startsWith(
            "/uk/v3/conversations/19:leaders@thread.tacv2;messageid=1727000000000/activities/");
    assertAnswersAboutPlatforms(Shown.inTeams(sent.card()));
  }

  @Test
  void aRelatedQuestionInSlackIsAnsweredInTheSameThread() {
    SlackPerson chief = rapport.chief();
    chief.mention(PLATFORMS);
    Shown.Button related = chief.reads().related();

    chief.press(related);

    FakeSlack.Call post = rapport.slack.next();
    assertThat(post.field("thread_ts")).isEqualTo("1760000000.000100");
    assertThat(Shown.inSlack(post.body()).words()).startsWith(related.value());
  }

  @Test
  void aRelatedQuestionUnderAPrivateAnswerIsAnsweredPrivately() {
    SlackPerson chief = rapport.chief();
    Shown.Button related = chief.command(PLATFORMS).related();

    chief.pressPrivately(related);

    FakeSlack.Call post = rapport.slack.next();
    assertThat(post.method()).isEqualTo("response_url");
    assertThat(Shown.inSlack(post.body()).words()).startsWith(related.value());
  }

  @Test
  void aRelatedQuestionInTeamsIsAnsweredWithACardOfItsOwn() {
    TeamsPerson chief = rapport.chiefInTeams();
    chief.write(PLATFORMS);
    Shown.Button related = chief.reads().related();

    JsonNode response = chief.press(related, "out-1");

    assertThat(response.path("statusCode").asInt()).isEqualTo(200);
    assertThat(chief.reads().words()).contains(related.value());
  }

  @Test
  void aGreetingOrACallForHelpSaysWhatToAsk() {
    for (String words : List.of("", "help", "Hello!", "good morning", "What can you do?")) {
      Shown help = rapport.chief().command(words);

      assertThat(help.words()).contains("I coach NHS leaders in using social media well");
      assertThat(help.related().label()).isEqualTo("Which platform should I start with?");
    }
  }

  @Test
  void aMentionWithoutWordsIsACallForHelp() {
    SlackPerson chief = rapport.chief();
    chief.mention("");

    assertThat(chief.reads().words()).contains("Hello. I am Rapport.");
  }

  @Test
  void thanksAreTakenKindly() {
    TeamsPerson chief = rapport.chiefInTeams();
    chief.write("Thank you!");

    assertThat(chief.reads().words()).contains("You are welcome");
  }

  @Test
  void arrivingInTeamsIsWelcomed() {
    TeamsPerson chief = rapport.chiefInTeams();
    chief.install();

    assertThat(chief.reads().words()).contains("Who can see what").contains("I am Rapport");
  }

  @Test
  void whatTheGuidanceDoesNotCoverNamesThePeopleWhoMightKnow() {
    assertThat(rapport.chief().command(UNKNOWN).words())
        .contains("I do not know that one")
        .contains("<https://intranet.example/comms|the comms team>");

    TeamsPerson chief = rapport.chiefInTeams();
    chief.write(UNKNOWN);
    assertThat(chief.reads().words()).contains("[the comms team](https://intranet.example/comms)");
  }

  @Test
  void whatIsNotForACoachSaysWhereToGo() {
    assertThat(rapport.chief().command(CLINICAL).words())
        .contains("That is not one for me")
        .contains("Where to go")
        .contains("111");

    TeamsPerson chief = rapport.chiefInTeams();
    chief.write(CLINICAL);
    assertThat(chief.reads().words()).contains("Where to go").contains("111");
  }

  private static void assertAnswersAboutPlatforms(Shown answer) {
    assertThat(answer.words())
        .contains("Which platforms reach most people in the UK now?")
        .contains("YouTube comes first")
        .contains("https://danslee.co.uk/", "Dan Slee, 14 Dec 2025");
    assertThat(answer.buttons()).extracting(Shown.Button::label).contains("Yes", "No");
  }
}
