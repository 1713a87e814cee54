package org.rapport.bot.channel.teams;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rapport.bot.conversation.Incoming;
import org.rapport.bot.message.SampleMessages;

/** What comes of a button that is pressed in Teams: through the front door, or a forged one. */
class TeamsButtonsTest extends WithTeams {
  @Test
  void aRelatedQuestionIsAnsweredWithANewMessage() throws Exception {
    HttpResponse<String> response = world.receive(world.activity("button"));

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(json(response).path("statusCode").asInt()).isEqualTo(200);
    assertThat(json(response).path("type").asText())
        .isEqualTo("application/vnd.microsoft.activity.message");
    FakeConnector.Sent answer = world.connector.next();
    assertThat(answer.path()).isEqualTo("/uk/v3/conversations/a:chat-ceo/activities");
    assertThat(answer.card()).isEqualTo(TeamsRenderer.card(SampleMessages.found()));
    assertThat(world.heard)
        .containsExactly(new Incoming.Asked(CEO, "How often should I post?", false, "a:chat-ceo"));
  }

  @Test
  void aRatingIsThankedForInPlaceOfItsButtons() throws Exception {
    answered();
    HttpResponse<String> response = world.receive(rating("rate-no", "answer-1"));

    JsonNode card = json(response).path("value");
    assertThat(json(response).path("type").asText())
        .isEqualTo("application/vnd.microsoft.card.adaptive");
    CardSchema.assertValid(card);
    assertThat(card.toString())
        .contains("Thank you for telling us", "Starting on LinkedIn", "How often should I post?")
        .doesNotContain("Was this right", "rate-");
    FakeConnector.Sent update = world.connector.next();
    assertThat(update.method()).isEqualTo("PUT");
    assertThat(update.path()).isEqualTo("/uk/v3/conversations/a:chat-ceo/activities/out-1");
    assertThat(update.card()).isEqualTo(card);
    assertThat(world.heard).contains(new Incoming.Rated(CEO, "answer-1", false));
  }

  @Test
  void aRatingInAChannelLeavesTheCardOfTheOthersAlone() throws Exception {
    world.receive(world.activity("channel-mention"));
    world.connector.next();
    ObjectNode activity = rating("rate-yes", "answer-1");
    activity.set("conversation", world.activity("channel-mention").get("conversation"));
    HttpResponse<String> response = world.receive(activity);

    assertThat(json(response).path("value").toString()).contains("Thank you for telling us");
    world.finish();
    assertThat(world.connector.all).hasSize(1);
  }

  @Test
  void aRatingOfAForgottenCardIsThankedForInWords() throws Exception {
    HttpResponse<String> response = world.receive(rating("rate-yes", "answer-1"));

    assertThat(json(response).path("type").asText())
        .isEqualTo("application/vnd.microsoft.activity.message");
    assertThat(json(response).path("value").asText()).isEqualTo("Thank you for telling us.");
  }

  @ParameterizedTest
  @CsvSource({
    "Action.Execute, ask, rate-yes, answer-1",
    "Action.Execute, rate-yes, rate-yes, '<script>'",
    "Action.Execute, ask, ask, ''",
    "Action.Execute, delete, delete, everything",
    "Action.Submit, ask, ask, Hello?"
  })
  void aForgedButtonIsRefused(String type, String verb, String kind, String value)
      throws Exception {
    ObjectNode activity = world.activity("button");
    ObjectNode action = (ObjectNode) activity.at("/value/action");
    action.put("type", type).put("verb", verb);
    action.putObject("data").put("kind", kind).put("value", value);

    thenForged(activity);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"null", "\"words\"", "[]", "{}", "{\"action\":null}", "{\"action\":{\"type\":7}}"})
  void aButtonThatIsNoneIsRefused(String value) throws Exception {
    ObjectNode activity = world.activity("button");
    activity.set("value", TeamsJson.MAPPER.readTree(value));

    thenForged(activity);
  }

  @Test
  void anInvokeThatWeDoNotKnowIsNotImplemented() throws Exception {
    assertThat(world.receive(world.activity("button").put("name", "config/fetch")).statusCode())
        .isEqualTo(501);
    ObjectNode nameless = world.activity("button");
    nameless.remove("name");
    assertThat(world.receive(nameless).statusCode()).isEqualTo(501);
  }

  @Test
  void aFaultOfOursIsCountedAndShowsNothingOfTheInside() throws Exception {
    world.coach.set(incoming -> {
      throw new IllegalStateException("secret");
    });
    HttpResponse<String> response = world.receive(rating("rate-yes", "answer-1"));

    assertThat(response.statusCode()).isEqualTo(500);
    assertThat(response.body()).doesNotContain("secret");
    world.finish();
    assertThat(world.errors("internal")).isEqualTo(1);
  }

  /**
   * A conversation's work is done in order: once a second answer comes, the first is remembered.
   */
  private void answered() throws Exception {
    world.receive(world.activity("personal-message"));
    world.connector.next();
    world.receive(world.activity("personal-message").put("id", "f:another"));
    world.connector.next();
  }

  private ObjectNode rating(String kind, String answer) {
    ObjectNode activity = world.activity("button").put("id", "f:rating");
    ObjectNode action = (ObjectNode) activity.at("/value/action");
    action.put("verb", kind);
    action.putObject("data").put("kind", kind).put("value", answer);
    return activity;
  }

  private void thenForged(ObjectNode activity) throws Exception {
    HttpResponse<String> response = world.receive(activity);
    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(json(response).path("type").asText()).isEqualTo("application/vnd.microsoft.error");
    world.finish();
    assertThat(world.heard).isEmpty();
    assertThat(world.connector.all).isEmpty();
  }

  private static JsonNode json(HttpResponse<String> response) throws Exception {
    return TeamsJson.MAPPER.readTree(response.body());
  }
}
