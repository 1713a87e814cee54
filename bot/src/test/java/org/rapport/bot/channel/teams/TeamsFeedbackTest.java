package org.rapport.bot.channel.teams;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rapport.bot.conversation.Incoming;
import org.rapport.bot.conversation.Reply;
import org.rapport.bot.message.SampleMessages;

/** The thumbs that Teams itself shows under an answer. */
class TeamsFeedbackTest extends WithTeams {
  @Test
  void onlyWhatCanBeRatedHasThumbs() throws Exception {
    world.receive(world.activity("personal-message"));
    assertThat(world.connector.next().body().at("/channelData/feedbackLoop/type").asText())
        .isEqualTo("default");

    world.coach.set(incoming -> new Reply(SampleMessages.foundMinimal(), false));
    world.receive(world.question("f:second", "And?"));
    assertThat(world.connector.next().body().has("channelData")).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "like; {\"feedbackText\":\"\"}; true; ''",
        "dislike; {\"feedbackText\":\"It is from 2013\"}; false; It is from 2013",
        "dislike; It is from 2013; false; It is from 2013",
        "dislike; [1; false; [1"
      })
  void aThumbIsARatingOfTheAnswerItIsUnder(
      String reaction, String feedback, boolean right, String words) throws Exception {
    world.receive(world.activity("personal-message"));
    world.connector.next();

    assertThat(world.receive(thumb(reaction, feedback)).statusCode()).isEqualTo(200);
    assertThat(world.heard).contains(new Incoming.Rated(CEO, "answer-1", right, words));
  }

  @Test
  void aThumbIsKnownToAnotherServerThatDidNotAnswer() throws Exception {
    world.receive(world.activity("personal-message"));
    world.connector.next();
    world.settle();
    try (TeamsWorld other = new TeamsWorld(folder)) {
      assertThat(other.receive(thumb(other, "like", "")).statusCode()).isEqualTo(200);
      assertThat(other.heard).containsExactly(new Incoming.Rated(CEO, "answer-1", true, ""));
    }
  }

  @Test
  void noTableTellsInWhoseChatWasAnswered() throws Exception {
    world.receive(world.activity("personal-message"));
    world.connector.next();

    assertThat(
            world
                .settle()
                .<List<String>, RuntimeException>read(handle ->
                    handle.select("select message from teams_answer").mapTo(String.class).list()))
        .singleElement()
        .asString()
        .matches("[0-9a-f]{64}");
  }

  @Test
  void afterAMonthNobodyKnowsAnyMore() throws Exception {
    world.receive(world.activity("personal-message"));
    world.connector.next();
    world.settle();
    world.now.updateAndGet(it -> it.plus(Duration.ofDays(31)));
    world.channel.tidy();
    try (TeamsWorld other = new TeamsWorld(folder)) {
      assertThat(other.receive(thumb(other, "like", "")).statusCode()).isEqualTo(200);
      assertThat(other.heard).isEmpty();
    }
  }

  @Test
  void aThumbUnderAForgottenAnswerIsTakenAndComesToNothing() throws Exception {
    assertThat(world.receive(thumb("like", "")).statusCode()).isEqualTo(200);
    assertThat(world.heard).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "love", "true"})
  void aForgedThumbIsRefused(String reaction) throws Exception {
    assertThat(world.receive(thumb(reaction, "")).statusCode()).isEqualTo(400);
    ObjectNode none = thumb("like", "");
    none.put("value", "words");
    assertThat(world.receive(none).statusCode()).isEqualTo(400);
    assertThat(world.heard).isEmpty();
  }

  private ObjectNode thumb(String reaction, String feedback) {
    return thumb(world, reaction, feedback);
  }

  private static ObjectNode thumb(TeamsWorld server, String reaction, String feedback) {
    ObjectNode activity = server.activity("button").put("name", "message/submitAction");
    ObjectNode value = activity.putObject("value").put("actionName", "feedback");
    value.putObject("actionValue").put("reaction", reaction).put("feedback", feedback);
    return activity;
  }
}
