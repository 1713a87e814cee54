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
import org.rapport.bot.conversation.Reply;
import org.rapport.bot.message.Message;
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
  void aPressChangesTheMessageInOnesOwnChat() throws Exception {
    JsonNode card = json(world.receive(press("nudge-done/delivery-1"))).path("value");

    assertThat(card.toString()).contains("Done.");
    assertThat(world.connector.next().card()).isEqualTo(card);
    assertThat(world.heard)
        .containsExactly(new Incoming.Pressed(CEO, "nudge-done", "delivery-1", false));
  }

  @Test
  void aPressThatChangesNothingIsAnsweredBesideACardThatStays() throws Exception {
    world.coach.set(incoming -> Reply.beside(TeamsWorld.words("Only an example.")));

    JsonNode response = json(world.receive(press("nudge-done/sample")));

    assertThat(response.path("type").asText())
        .isEqualTo("application/vnd.microsoft.activity.message");
    assertThat(response.path("value").asText()).contains("Only an example.");
    world.finish();
    assertThat(world.connector.all).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "nudge-done", "Nudge/1", "nudge-done/a b", "nudge-done/../1"})
  void aPressThatNoButtonOfOursSendsIsRefused(String value) throws Exception {
    thenForged(press(value));
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
  void aRatingOfACardThatAnotherServerSentIsThankedForInPlaceToo() throws Exception {
    world.receive(carried("rate-yes", SampleMessages.found()));
    JsonNode card = world.connector.next().card();

    assertThat(card.toString())
        .contains("Starting on LinkedIn", "Thank you for telling us", "How often should I post?")
        .doesNotContain("rate-");
    assertThat(world.heard)
        .containsExactly(
            new Incoming.Rated(CEO, "answer-1", true),
            new Incoming.WantedAll(CEO, SampleMessages.found().summary()));
  }

  @Test
  void anAnswerThatWouldBeAnotherByNowStaysAsItWas() throws Exception {
    ObjectNode rating = carried("rate-yes", SampleMessages.found());
    world.coach.set(incoming -> new Reply(TeamsWorld.words("Please give me a minute."), true));
    HttpResponse<String> response = world.receive(rating);

    assertThat(json(response).path("type").asText())
        .isEqualTo("application/vnd.microsoft.activity.message");
    world.finish();
    assertThat(world.connector.all).isEmpty();
  }

  @Test
  void thanksThatAskForMoreAreSaidBelowACardThatStays() throws Exception {
    world.coach.set(incoming -> new Reply(SampleMessages.unsure(), true));
    world.receive(rating("rate-no", "answer-1"));

    assertThat(world.connector.next().card())
        .isEqualTo(TeamsRenderer.card(SampleMessages.unsure()));
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

  /** The press of a rating button, with all that the button of this message carries. */
  private ObjectNode carried(String kind, Message message) {
    ObjectNode activity = rating(kind, "answer-1");
    ObjectNode data = (ObjectNode) activity.at("/value/action/data");
    CarriedAnswer.into(data, message);
    return activity;
  }

  private ObjectNode press(String value) {
    return rating("press", value);
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
