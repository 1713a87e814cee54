package org.rapport.bot.channel.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rapport.bot.channel.slack.SlackWorkspace.openly;
import static org.rapport.bot.channel.slack.SlackWorkspace.privately;

import com.google.gson.JsonArray;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rapport.bot.channel.Address;
import org.rapport.bot.conversation.FormReply;
import org.rapport.bot.conversation.FormStep;
import org.rapport.bot.conversation.Incoming;
import org.rapport.bot.message.Entered;
import org.rapport.bot.message.SampleForms;

/** Modals, from the press that opens one to what is said when it is sent, real or forged. */
class SlackFormsTest {
  private static final Address CHIEF = new Address(Address.Kind.SLACK, "T0TRUST", "U0CHIEF");
  private static final Consumer<JsonObject> UNCHANGED = payload -> {};

  @TempDir Path data;

  @Test
  void aPressOpensTheFormInAModal() throws Exception {
    try (SlackWorkspace workspace = SlackWorkspace.where(data, openly())) {
      workspace.press(it -> button(it, "rapport:open:0", "sample/answer-1"));
      FakeSlack.Call opened = workspace.slack.next();
      assertThat(opened.method()).isEqualTo("views.open");
      assertThat(opened.field("trigger_id")).isEqualTo("12466734323.1395872398.e1b2");
      JsonObject view = opened.body().getAsJsonObject("view");
      assertThat(view.get("private_metadata").getAsString()).isEqualTo("sample/answer-1");
      assertThat(workspace.steps).containsExactly(new FormStep.Wanted(CHIEF, "sample", "answer-1"));
    }
  }

  @Test
  void aFormOpensWhileItsConversationIsBusy() throws Exception {
    CountDownLatch opened = new CountDownLatch(1);
    try (SlackWorkspace workspace =
        SlackWorkspace.where(
            data,
            incoming -> {
              await(opened);
              return openly();
            })) {
      workspace.press(UNCHANGED);
      workspace.press(it -> {
        button(it, "rapport:open:0", "sample/answer-1");
        it.addProperty("trigger_id", "2.2.2");
      });
      assertThat(workspace.slack.next().method()).isEqualTo("views.open");
      opened.countDown();
      assertThat(workspace.slack.next().method()).isEqualTo("chat.postMessage");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"expired_trigger_id", "internal_error", "ratelimited"})
  void aFormThatDoesNotOpenIsToldToThatPersonAlone(String error) throws Exception {
    try (SlackWorkspace workspace = SlackWorkspace.where(data, privately())) {
      workspace.slack.answers("views.open", FakeSlack.error(error));
      workspace.press(it -> button(it, "rapport:open:0", "sample/answer-1"));
      assertThat(workspace.slack.next().method()).isEqualTo("views.open");
      assertThat(workspace.slack.next().method()).isEqualTo("response_url");
      assertThat(workspace.asked).containsExactly(new Incoming.FormUnshown(CHIEF));
      assertThat(workspace.sentInTheEnd()).isEmpty();
    }
  }

  @Test
  void aReplyInPlaceOfAFormIsForThatPersonAlone() throws Exception {
    try (SlackWorkspace workspace = SlackWorkspace.where(data, openly())) {
      workspace.forms.set(step -> privately());
      workspace.press(it -> button(it, "rapport:open:0", "sample/answer-1"));
      assertThat(workspace.slack.next().method()).isEqualTo("response_url");
      assertThat(workspace.sentInTheEnd()).isEmpty();
    }
  }

  @Test
  void theWholeOfAnAnswerOpensInAModal() throws Exception {
    try (SlackWorkspace workspace = SlackWorkspace.where(data, openly())) {
      workspace.press(it -> button(it, "rapport:read-all:0", "Starting on LinkedIn"));
      FakeSlack.Call opened = workspace.slack.next();
      assertThat(opened.method()).isEqualTo("views.open");
      assertThat(opened.body().toString()).contains("Comment on one post a day");
      assertThat(workspace.asked)
          .containsExactly(new Incoming.WantedAll(CHIEF, "Starting on LinkedIn"));
    }
  }

  @Test
  void whatWasEnteredReachesTheCoachAndItsReplyTakesTheModalsPlace() throws Exception {
    try (SlackWorkspace workspace = SlackWorkspace.where(data, openly())) {
      workspace.forms.set(step -> privately());
      JsonObject shown = SlackWorkspace.modalIn(workspace.submit(UNCHANGED));
      assertThat(shown.toString()).contains("Samaritans");
      assertThat(workspace.steps)
          .containsExactly(
              new FormStep.Sent(
                  CHIEF,
                  "sample",
                  "answer-1",
                  new Entered(
                      Map.of(
                          "why", List.of("other"),
                          "networks", List.of("x", "linkedin"),
                          "words", List.of("It is from 2013."),
                          "day", List.of("2026-11-22"),
                          "time", List.of("08:30")))));
      assertThat(workspace.sentInTheEnd()).isEmpty();
    }
  }

  @Test
  void problemsAreShownAtTheirFieldsAndTheModalStaysOpen() throws Exception {
    try (SlackWorkspace workspace = SlackWorkspace.where(data, openly())) {
      workspace.forms.set(step ->
          new FormReply.Mend(SampleForms.everyKind(), Map.of("why", "Please answer this.")));
      assertThat(json(workspace.submit(UNCHANGED)))
          .isEqualTo(
              JsonParser.parseString(
                  "{'response_action':'errors',"
                      + "'errors':{'rapport:sample:why':'Please answer this.'}}"));
    }
  }

  @Test
  void aFormMayLeadToTheNext() throws Exception {
    try (SlackWorkspace workspace = SlackWorkspace.where(data, openly())) {
      workspace.forms.set(step -> new FormReply.Show(SampleForms.filled()));
      assertThat(SlackWorkspace.modalIn(workspace.submit(UNCHANGED)).has("submit")).isTrue();
    }
  }

  @Test
  void aReplyThatComesTooLateForTheModalGoesToItsSendersDirectMessages() throws Exception {
    CountDownLatch acknowledged = new CountDownLatch(1);
    try (SlackWorkspace workspace =
        new SlackWorkspace(data, incoming -> openly(), Duration.ofMillis(1))) {
      workspace.forms.set(step -> {
        await(acknowledged);
        return privately();
      });
      HttpResponse<String> ack = workspace.submit(UNCHANGED);
      assertThat(ack.statusCode()).isEqualTo(200);
      assertThat(ack.body()).isEmpty();
      acknowledged.countDown();
      FakeSlack.Call sent = workspace.slack.next();
      assertThat(sent.method()).isEqualTo("chat.postMessage");
      assertThat(sent.field("channel")).isEqualTo("U0CHIEF");
    }
  }

  @Test
  void aFormDeliveredTwiceIsTakenOnce() throws Exception {
    try (SlackWorkspace workspace = SlackWorkspace.where(data, openly())) {
      workspace.submit(UNCHANGED);
      assertThat(workspace.submit(UNCHANGED).body()).isEmpty();
      assertThat(workspace.steps).hasSize(1);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "sample",
        "/",
        "sample/../answer",
        "SAMPLE/answer-1",
        "sample/answer 1",
        "sample/'; drop table question; --",
        "{\"form\":\"sample\",\"about\":\"answer-1\"}"
      })
  void forgedMetadataIsAcknowledgedAndIgnored(String metadata) throws Exception {
    try (SlackWorkspace workspace = SlackWorkspace.where(data, openly())) {
      HttpResponse<String> ack =
          workspace.submit(it -> view(it).addProperty("private_metadata", metadata));
      assertThat(ack.statusCode()).isEqualTo(200);
      assertThat(ack.body()).isEmpty();
      assertThat(workspace.steps).isEmpty();
    }
  }

  @Test
  void fieldsOfAnotherFormKeepTheirOwnNamesAndSoAreNoneOfThisOnes() throws Exception {
    try (SlackWorkspace workspace = SlackWorkspace.where(data, openly())) {
      workspace.submit(it -> view(it).addProperty("private_metadata", "other/answer-1"));
      assertThat(((FormStep.Sent) workspace.steps.getFirst()).entered().fields())
          .contains("rapport:sample:why")
          .doesNotContain("why");
    }
  }

  @Test
  void aModalWithMoreThanAModalHoldsIsEmpty() throws Exception {
    try (SlackWorkspace workspace = SlackWorkspace.where(data, openly())) {
      workspace.submit(it -> {
        for (int i = 0; i < 101; i++) {
          values(it).add("rapport:sample:f" + i, new JsonObject());
        }
      });
      assertThat(((FormStep.Sent) workspace.steps.getFirst()).entered().fields()).isEmpty();
    }
  }

  @Test
  void aModalWithoutAStateOrWithHolesInItIsTakenAsEmpty() throws Exception {
    try (SlackWorkspace workspace = SlackWorkspace.where(data, openly())) {
      workspace.submit(it -> view(it).add("state", JsonNull.INSTANCE));
      workspace.submit(it -> {
        it.addProperty("trigger_id", "2.2.2");
        JsonArray none = new JsonArray();
        none.add(JsonNull.INSTANCE);
        JsonObject holes = new JsonObject();
        holes.add("entered:why", JsonNull.INSTANCE);
        JsonObject options = new JsonObject();
        options.add("selected_options", none);
        JsonObject chosen = new JsonObject();
        chosen.add("entered:networks", options);
        JsonObject values = new JsonObject();
        values.add("rapport:sample:why", holes);
        values.add("rapport:sample:words", JsonNull.INSTANCE);
        values.add("rapport:sample:networks", chosen);
        view(it).getAsJsonObject("state").add("values", values);
      });
      assertThat(workspace.steps)
          .hasSize(2)
          .allSatisfy(step -> assertThat(((FormStep.Sent) step).entered().fields()).isEmpty());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"team", "user", "trigger_id", "view"})
  void aModalThatNamesNobodyIsRefused(String missing) throws Exception {
    try (SlackWorkspace workspace = SlackWorkspace.where(data, openly())) {
      assertThat(workspace.submit(it -> it.remove(missing)).statusCode()).isEqualTo(400);
      assertThat(workspace.steps).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "rapport:open:0, ''",
    "rapport:open:0, sample",
    "rapport:open:0, sample/a b",
    "rapport:open:0, Sample/answer-1",
    "rapport:read-all:0, ''",
    "rapport:feedback:0, rate-yes",
    "rapport:feedback:0, ask Hello?",
    "rapport:feedback:0, open sample/answer-1"
  })
  void aForgedButtonIsAcknowledgedAndIgnored(String id, String value) throws Exception {
    try (SlackWorkspace workspace = SlackWorkspace.where(data, openly())) {
      assertThat(workspace.press(it -> button(it, id, value)).statusCode()).isEqualTo(200);
      assertThat(workspace.sentInTheEnd()).isEmpty();
      assertThat(workspace.steps).isEmpty();
      assertThat(workspace.asked).isEmpty();
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
  }

  private static JsonObject json(HttpResponse<String> ack) {
    return JsonParser.parseString(ack.body()).getAsJsonObject();
  }

  private static JsonObject view(JsonObject payload) {
    return payload.getAsJsonObject("view");
  }

  private static JsonObject values(JsonObject payload) {
    return view(payload).getAsJsonObject("state").getAsJsonObject("values");
  }

  private static void button(JsonObject payload, String id, String value) {
    JsonObject action = payload.getAsJsonArray("actions").get(0).getAsJsonObject();
    action.addProperty("action_id", id);
    action.addProperty("value", value);
  }
}
