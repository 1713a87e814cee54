package org.rapport.bot.channel.teams;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rapport.bot.conversation.FormReply;
import org.rapport.bot.conversation.FormStep;
import org.rapport.bot.conversation.Incoming;
import org.rapport.bot.conversation.Reply;
import org.rapport.bot.message.Entered;
import org.rapport.bot.message.SampleForms;
import org.rapport.bot.message.SampleMessages;

/** Forms in Teams: in one's own chat in place, in a group in a dialog; real and forged. */
class TeamsFormsTest extends WithTeams {
  private static final Map<String, String> PROBLEM = Map.of("why", "Please answer this.");

  @Test
  void inOnesOwnChatTheFormIsAMessageSoThatTheAnswerStays() throws Exception {
    HttpResponse<String> response = world.receive(press("open", "sample/answer-1"));

    assertThat(json(response).path("type").asText())
        .isEqualTo("application/vnd.microsoft.activity.message");
    assertThat(world.connector.next().card())
        .isEqualTo(TeamsRenderer.card(SampleForms.everyKind()));
    assertThat(world.steps).containsExactly(new FormStep.Wanted(CEO, "sample", "answer-1"));
  }

  @Test
  void whatWasEnteredReachesTheCoachAndItsReplyTakesTheFormsPlaceForGood() throws Exception {
    world.forms.set(step -> new Reply(SampleMessages.foundMinimal(), true));
    HttpResponse<String> response = world.receive(sent());

    assertThat(json(response).path("value"))
        .isEqualTo(TeamsRenderer.card(SampleMessages.foundMinimal()));
    FakeConnector.Sent update = world.connector.next();
    assertThat(update.method()).isEqualTo("PUT");
    assertThat(update.path()).endsWith("/activities/out-1");
    assertThat(world.steps)
        .containsExactly(
            new FormStep.Sent(
                CEO,
                "sample",
                "answer-1",
                new Entered(
                    Map.of("why", List.of("other"), "networks", List.of("x", "linkedin")))));
  }

  @Test
  void problemsAreShownInPlaceWithWhatWasTyped() throws Exception {
    world.forms.set(step -> new FormReply.Mend(SampleForms.filled(), PROBLEM));
    JsonNode card = json(world.receive(sent())).path("value");

    assertThat(card).isEqualTo(FormCard.of(SampleForms.filled(), PROBLEM, Surface.PERSONAL));
    CardSchema.assertValid(card);
  }

  @Test
  void inAGroupTheFormIsADialog() throws Exception {
    JsonNode task = task(world.receive(dialog("task/fetch", open("sample/answer-1"))));

    assertThat(task.path("title").asText()).isEqualTo("What was wrong?");
    assertThat(task.at("/card/content"))
        .isEqualTo(FormCard.of(SampleForms.everyKind(), Map.of(), Surface.DIALOG));
    assertThat(world.steps).containsExactly(new FormStep.Wanted(CEO, "sample", "answer-1"));
  }

  @Test
  void aDialogThatIsSentShowsItsProblemsOrTheReply() throws Exception {
    world.forms.set(step -> new FormReply.Mend(SampleForms.filled(), PROBLEM));
    JsonNode mend = task(world.receive(dialog("task/submit", filled())));
    assertThat(mend.at("/card/content").toString()).contains("Please answer this.");

    world.forms.set(step -> new Reply(SampleMessages.found(), true));
    JsonNode reply = task(world.receive(dialog("task/submit", filled())));
    assertThat(reply.at("/card/content").toString())
        .contains("Starting on LinkedIn")
        .doesNotContain("Action.Execute", "rate-yes");
    world.finish();
    assertThat(world.connector.all).isEmpty();
  }

  @Test
  void aDialogGoesOnToTheAnswerThatIsPressedInIt() throws Exception {
    world.forms.set(step -> new Reply(SampleMessages.unsure(), true));
    JsonNode card = task(world.receive(dialog("task/submit", filled()))).at("/card/content");
    JsonNode button = card.findValue("actions").path(0);
    assertThat(button.path("type").asText()).isEqualTo("Action.Submit");

    JsonNode next = task(world.receive(dialog("task/submit", button.path("data"))));
    assertThat(next.at("/card/content").toString()).contains("Starting on LinkedIn");
    assertThat(world.heard).singleElement().isInstanceOf(Incoming.WantedAll.class);
  }

  @Test
  void aFormPressedInAGroupIsSeenByThatPersonOnly() throws Exception {
    ObjectNode activity = press("open", "sample/answer-1");
    activity.set("conversation", world.activity("channel-mention").get("conversation"));
    JsonNode card = json(world.receive(activity)).path("value");

    CardSchema.assertValid(card);
    assertThat(card.toString()).contains("Input.ChoiceSet");
    world.finish();
    assertThat(world.connector.all).isEmpty();
  }

  @Test
  void theWholeOfAnAnswerIsShownInPlaceWithItsFeedbackButtons() throws Exception {
    world.receive(world.activity("personal-message"));
    world.connector.next();
    JsonNode card = json(world.receive(press("read-all", "Starting on LinkedIn"))).path("value");

    assertThat(card).isEqualTo(TeamsRenderer.whole(SampleMessages.found(), Surface.PERSONAL));
    assertThat(card.toString()).contains("rate-yes");
  }

  @Test
  void theWholeOfAForgottenAnswerIsAskedForAgain() throws Exception {
    world.receive(press("read-all", "Starting on LinkedIn"));

    assertThat(world.heard).containsExactly(new Incoming.WantedAll(CEO, "Starting on LinkedIn"));
  }

  @ParameterizedTest
  @CsvSource({
    "open, sample",
    "open, Sample/answer-1",
    "open, sample/a b",
    "open, ''",
    "read-all, ''",
    "send, sample/answer-1"
  })
  void aForgedButtonIsRefused(String kind, String value) throws Exception {
    HttpResponse<String> response = world.receive(press(kind, value));

    assertThat(response.statusCode()).isEqualTo(400);
    thenNothingHappened();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"kind\":\"send\"}",
        "{\"kind\":\"send\",\"form\":\"sample\",\"about\":\"../answer\"}",
        "{\"kind\":\"send\",\"form\":7,\"about\":{}}",
        "{\"kind\":\"open\",\"form\":\"sample\",\"about\":\"answer-1\"}",
        "{\"kind\":\"read-all\",\"value\":\"Starting on LinkedIn\"}",
        "{\"kind\":\"rate-no\",\"value\":\"answer-1\"}",
        "\"words\"",
        "null",
        "[]"
      })
  void aForgedDialogIsRefused(String data) throws Exception {
    for (String name : List.of("task/fetch", "task/submit")) {
      ObjectNode activity = dialog(name, TeamsJson.MAPPER.readTree(data));
      assertThat(world.receive(activity).statusCode()).as(name).isEqualTo(400);
    }
    thenNothingHappened();
  }

  @Test
  void inputsThatAreNoWordsAreTakenAsEmptyAndOthersNamesAreNotRead() throws Exception {
    ObjectNode data = filled();
    data.putObject("one.why").put("a", 1);
    data.putNull("some.networks");
    data.put("organisation", "other").put("from", "aad-other");
    world.receive(dialog("task/submit", data));

    assertThat(world.steps)
        .containsExactly(new FormStep.Sent(CEO, "sample", "answer-1", new Entered(Map.of())));
  }

  private void thenNothingHappened() {
    world.finish();
    assertThat(world.heard).isEmpty();
    assertThat(world.steps).isEmpty();
    assertThat(world.connector.all).isEmpty();
  }

  private ObjectNode press(String kind, String value) {
    return button(kind, open(value).put("kind", kind));
  }

  private ObjectNode sent() {
    return button("send", filled());
  }

  private ObjectNode button(String verb, ObjectNode data) {
    ObjectNode activity = world.activity("button").put("id", "f:form");
    ObjectNode action = (ObjectNode) activity.at("/value/action");
    action.put("verb", verb).set("data", data);
    return activity;
  }

  private ObjectNode dialog(String name, JsonNode data) {
    ObjectNode activity = world.activity("button").put("name", name);
    activity.putObject("value").set("data", data);
    activity.set("conversation", world.activity("channel-mention").get("conversation"));
    return activity;
  }

  private static ObjectNode open(String value) {
    return TeamsJson.MAPPER.createObjectNode().put("kind", "open").put("value", value);
  }

  private static ObjectNode filled() {
    return TeamsJson.MAPPER
        .createObjectNode()
        .put("kind", "send")
        .put("form", "sample")
        .put("about", "answer-1")
        .put("one.why", "other")
        .put("one.name", "")
        .put("some.networks", "x,linkedin");
  }

  private static JsonNode task(HttpResponse<String> response) throws Exception {
    assertThat(response.statusCode()).isEqualTo(200);
    JsonNode task = json(response).path("task");
    assertThat(task.path("type").asText()).isEqualTo("continue");
    CardSchema.assertValid(task.at("/value/card/content"));
    return task.path("value");
  }

  private static JsonNode json(HttpResponse<String> response) throws Exception {
    return TeamsJson.MAPPER.readTree(response.body());
  }
}
