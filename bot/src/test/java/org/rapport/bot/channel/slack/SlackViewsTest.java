package org.rapport.bot.channel.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rapport.bot.channel.slack.SlackWorkspace.event;
import static org.rapport.bot.channel.slack.SlackWorkspace.openly;
import static org.rapport.bot.channel.slack.SlackWorkspace.privately;

import com.google.gson.JsonObject;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rapport.bot.channel.Address;
import org.rapport.bot.channel.Rated;
import org.rapport.bot.conversation.FormReply;
import org.rapport.bot.conversation.FormStep;
import org.rapport.bot.conversation.Incoming;
import org.rapport.bot.conversation.Reply;
import org.rapport.bot.conversation.SentFile;
import org.rapport.bot.message.Block;
import org.rapport.bot.message.Entered;
import org.rapport.bot.message.Message;
import org.rapport.bot.message.SampleMessages;
import org.rapport.bot.message.Text;

/** The Home tab, the shortcuts, and the buttons in modals and in the Home tab. */
class SlackViewsTest {
  private static final Address CHIEF = new Address(Address.Kind.SLACK, "T0TRUST", "U0CHIEF");
  private static final Consumer<JsonObject> UNCHANGED = payload -> {};

  @TempDir Path data;

  @Test
  void whoOpensTheirHomeTabSeesTheirOwnPage() throws Exception {
    try (SlackWorkspace workspace = SlackWorkspace.where(data, openly())) {
      workspace.event("app_home_opened", it -> event(it).addProperty("tab", "home"));
      FakeSlack.Call published = workspace.slack.next();
      assertThat(published.method()).isEqualTo("views.publish");
      assertThat(published.field("user_id")).isEqualTo("U0CHIEF");
      assertThat(workspace.asked).containsExactly(new Incoming.OpenedHome(CHIEF));
      assertThat(workspace.sentInTheEnd()).isEmpty();
    }
  }

  @Test
  void theGlobalShortcutOpensABoxToAskIn() throws Exception {
    try (SlackWorkspace workspace = SlackWorkspace.where(data, openly())) {
      assertThat(workspace.interact("shortcut", UNCHANGED).statusCode()).isEqualTo(200);
      FakeSlack.Call opened = workspace.slack.next();
      assertThat(opened.method()).isEqualTo("views.open");
      assertThat(opened.field("trigger_id")).isEqualTo("12466734323.1395872398.a5c0");
      assertThat(workspace.steps).containsExactly(new FormStep.Wanted(CHIEF, "ask", ""));
    }
  }

  @Test
  void theShortcutOnAMessageOpensWhatOneMightReply() throws Exception {
    try (SlackWorkspace workspace = SlackWorkspace.where(data, openly())) {
      workspace.shortcutOnMessage(UNCHANGED);
      FakeSlack.Call opened = workspace.slack.next();
      assertThat(opened.method()).isEqualTo("views.open");
      assertThat(opened.body().toString()).contains("Comment on one post a day");
      assertThat(workspace.asked)
          .containsExactly(
              new Incoming.WantedReply(
                  CHIEF, "Parking at your hospital is a disgrace & a scandal"));
    }
  }

  @Test
  void adviceThatDoesNotOpenIsToldToThatPersonAlone() throws Exception {
    try (SlackWorkspace workspace = SlackWorkspace.where(data, openly())) {
      workspace.slack.answers("views.open", FakeSlack.error("expired_trigger_id"));
      workspace.shortcutOnMessage(UNCHANGED);
      workspace.slack.next();
      FakeSlack.Call told = workspace.slack.next();
      assertThat(told.method()).isEqualTo("response_url");
      assertThat(told.body().toString()).contains("Comment on one post a day");
    }
  }

  @Test
  void aMessageWithoutWordsIsNoFault() throws Exception {
    try (SlackWorkspace workspace = SlackWorkspace.where(data, openly())) {
      workspace.shortcutOnMessage(it -> it.getAsJsonObject("message").remove("text"));
      workspace.slack.next();
      assertThat(workspace.asked).containsExactly(new Incoming.WantedReply(CHIEF, ""));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "shortcut, callback_id",
    "shortcut, user",
    "shortcut, team",
    "shortcut, trigger_id",
    "message_action, message",
    "message_action, callback_id"
  })
  void aShortcutThatLacksWhatSlackSendsIsRefused(String name, String missing) throws Exception {
    try (SlackWorkspace workspace = SlackWorkspace.where(data, openly())) {
      HttpResponse<String> refused = workspace.interact(name, it -> it.remove(missing));
      assertThat(refused.statusCode()).isEqualTo(400);
      assertThat(workspace.sentInTheEnd()).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({"shortcut, chat.postMessage", "message_action, response_url"})
  void aGuestWhoUsesAShortcutIsTurnedAwayAndSeesNothing(String name, String told) throws Exception {
    try (SlackWorkspace workspace = SlackWorkspace.where(data, openly())) {
      workspace.slack.knows("T0TRUST", "U0GUEST").addProperty("is_restricted", true);
      workspace.interact(
          name,
          it -> {
            it.getAsJsonObject("user").addProperty("id", "U0GUEST");
            if (it.has("response_url")) {
              it.addProperty("response_url", workspace.slack.responseUrl());
            }
          });
      FakeSlack.Call refusal = workspace.slack.next();
      assertThat(refusal.method()).isEqualTo(told);
      assertThat(refusal.body().toString()).contains("you are a guest here");
      assertThat(workspace.asked).isEmpty();
      assertThat(workspace.steps).isEmpty();
    }
  }

  @Test
  void anAnswerInAModalHasItsButtons() throws Exception {
    try (SlackWorkspace workspace = SlackWorkspace.where(data, openly())) {
      workspace.forms.set(step -> SlackWorkspace.shareably());
      String modal = SlackWorkspace.modalIn(workspace.submit(UNCHANGED)).toString();
      assertThat(modal)
          .contains("rapport:ask:", "rapport:rate-yes:", "rapport:rate-no:", "rapport:share:");
    }
  }

  @Test
  void aQuestionPressedInAModalIsAnsweredInIt() throws Exception {
    try (SlackWorkspace workspace = SlackWorkspace.where(data, openly())) {
      workspace.pressIn("modal", UNCHANGED);
      FakeSlack.Call shown = workspace.slack.next();
      assertThat(shown.method()).isEqualTo("views.update");
      assertThat(shown.field("view_id")).isEqualTo("V0SHOWN");
      assertThat(workspace.asked)
          .containsExactly(new Incoming.Asked(CHIEF, "How often should I post?", false, "view"));
      assertThat(workspace.sentInTheEnd()).isEmpty();
    }
  }

  @Test
  void aQuestionPressedInTheHomeTabIsAnsweredInAModal() throws Exception {
    try (SlackWorkspace workspace = SlackWorkspace.where(data, openly())) {
      workspace.pressIn("home", UNCHANGED);
      assertThat(workspace.slack.next().method()).isEqualTo("views.open");
    }
  }

  @Test
  void aRatingInAModalLeavesTheAnswerThere() throws Exception {
    try (SlackWorkspace workspace =
        SlackWorkspace.where(
            data,
            incoming ->
                incoming instanceof Incoming.Rated ? new Reply(thanks(), true) : openly())) {
      workspace.forms.set(step -> openly());
      workspace.submit(UNCHANGED);
      workspace.pressIn("modal", it -> button(it, "rapport:rate-yes:3", rated()));
      String shown = workspace.slack.next().body().toString();
      assertThat(shown).contains("Comment on one post a day", "Thank you");
      assertThat(shown).doesNotContain("rapport:rate-yes");
    }
  }

  @ParameterizedTest
  @CsvSource({"modal, views.push", "home, views.open"})
  void aFormOpensOverAModalAndFromTheHomeTab(String where, String method) throws Exception {
    try (SlackWorkspace workspace = SlackWorkspace.where(data, openly())) {
      workspace.pressIn(where, it -> button(it, "rapport:open:0", "sample/answer-1"));
      assertThat(workspace.slack.next().method()).isEqualTo(method);
    }
  }

  @Test
  void anAnswerThatCannotBeShownInAModalGoesToDirectMessages() throws Exception {
    try (SlackWorkspace workspace = SlackWorkspace.where(data, openly())) {
      workspace.slack.answers("views.update", FakeSlack.error("not_found"));
      workspace.pressIn("modal", UNCHANGED);
      workspace.slack.next();
      FakeSlack.Call told = workspace.slack.next();
      assertThat(told.method()).isEqualTo("chat.postMessage");
      assertThat(told.field("channel")).isEqualTo("U0CHIEF");
    }
  }

  @Test
  void aPressInAModalThatIsDeliveredTwiceIsDoneOnce() throws Exception {
    try (SlackWorkspace workspace = SlackWorkspace.where(data, openly())) {
      workspace.pressIn("modal", UNCHANGED);
      workspace.pressIn("modal", UNCHANGED);
      assertThat(workspace.sentInTheEnd()).hasSize(1);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"rapport:rate-yes:0", "rapport:press:0", "rapport:open:0", "x", ""})
  void aForgedButtonInAModalIsIgnored(String id) throws Exception {
    try (SlackWorkspace workspace = SlackWorkspace.where(data, openly())) {
      workspace.pressIn("modal", it -> button(it, id, "../'; drop table people"));
      assertThat(workspace.sentInTheEnd()).isEmpty();
      assertThat(workspace.asked).isEmpty();
    }
  }

  @Test
  void aFileThatBelongsToAReplyInAModalIsSentToItsPerson() throws Exception {
    try (SlackWorkspace workspace = SlackWorkspace.where(data, openly())) {
      workspace.slack.takesFiles();
      workspace.forms.set(
          step -> new Reply(thanks(), true, Optional.of(new SentFile("my-data.json", "{}"))));
      workspace.submit(UNCHANGED);
      assertThat(workspace.slack.next().method()).isEqualTo("conversations.open");
    }
  }

  @Test
  void whatIsEnteredInTheBoxReachesTheCoach() throws Exception {
    try (SlackWorkspace workspace = SlackWorkspace.where(data, openly())) {
      workspace.forms.set(step -> (FormReply) privately());
      workspace.submit(it -> {
        JsonObject view = it.getAsJsonObject("view");
        view.addProperty("private_metadata", "ask/");
        JsonObject typed = new JsonObject();
        typed.addProperty("value", "How often?");
        JsonObject input = new JsonObject();
        input.add("entered:question", typed);
        JsonObject values = new JsonObject();
        values.add("rapport:ask:question", input);
        view.getAsJsonObject("state").add("values", values);
      });
      assertThat(workspace.steps)
          .containsExactly(
              new FormStep.Sent(
                  CHIEF, "ask", "", new Entered(Map.of("question", List.of("How often?")))));
    }
  }

  private static Message thanks() {
    return new Message(
        "Thank you", List.of(new Block.Paragraph(Text.plain("Thank you for saying so."))));
  }

  private static String rated() {
    return Rated.id(SampleMessages.found()).orElseThrow();
  }

  private static void button(JsonObject payload, String id, String value) {
    JsonObject action = payload.getAsJsonArray("actions").get(0).getAsJsonObject();
    action.addProperty("action_id", id);
    action.addProperty("value", value);
  }
}
