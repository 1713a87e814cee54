package org.rapport.bot.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.rapport.bot.channel.slack.FakeSlack;

/** A leader in Slack's own places: Home tab, assistant pane, shortcuts, threads, and sharing. */
class SlackPlacesTest extends OnEachDatabase {
  private static final String QUESTION = "how often should I post";
  private static final String ANSWER = "How often should I post?";

  @Test
  void theHomeTabShowsWhereTheyAreAndAnswersWhatIsPressed() {
    SlackPerson chief = rapport.chief();
    Shown home = Shown.inSlack(chief.opensHome());
    assertThat(home.words())
        .contains("Stage 0 of 5", "Tell me your position", "None is planned", "Your settings");

    Shown answer =
        Shown.inSlack(
            chief.pressIn("home", home.button("I am not online at all. What is my first move?")));
    assertThat(answer.words()).contains("Decide on purpose");
    assertThat(answer.button("Yes")).isNotNull();
  }

  @Test
  void theHomeTabFitsWhatTheySaidOfThemselvesAndHoldsTheirHistoryOnceItIsOn() {
    SlackPerson chief = rapport.chief();
    Shown home = Shown.inSlack(chief.opensHome());
    JsonObject settings = chief.pressIn("home", home.button("Change them"));
    chief.submit(settings, chairAtStageTwo());
    chief.command(QUESTION);
    rapport.kept();

    Shown changed = Shown.inSlack(chief.opensHome());
    assertThat(changed.words()).contains("Stage 2 of 5", "position: Chair", "What you asked");
    assertThat(changed.button("What should a chair do on social media?")).isNotNull();
    Shown again = Shown.inSlack(chief.pressIn("home", changed.button(QUESTION)));
    assertThat(again.words()).contains("once or twice a week");
    assertThat(Shown.inSlack(rapport.slackPerson("T0TRUST", "U0OTHER").opensHome()).words())
        .contains("Stage 0 of 5")
        .doesNotContain("What you asked");
  }

  @Test
  void theBoxAnswersInItsPlaceAndIsLimitedAndListenedToLikeAnyQuestion() {
    SlackPerson chief = rapport.chief();
    JsonObject box = chief.asksFromAnywhere();

    Shown answer = shownIn(chief.submit(box, Map.of("question", QUESTION)));
    assertThat(answer.words()).contains(ANSWER);
    assertThat(answer.buttons()).extracting(Shown.Button::label).contains("Share this answer");
    assertThat(chief.submit(box, Map.of())).contains("\"errors\"");
    assertThat(shownIn(chief.submit(box, Map.of("question", "I want to kill myself"))).words())
        .contains("116 123");
  }

  @Test
  void aRatingInTheBoxIsKeptAndTheAnswerStays() {
    SlackPerson chief = rapport.chief();
    Shown answer = shownIn(chief.submit(chief.asksFromAnywhere(), Map.of("question", QUESTION)));

    Shown rated = Shown.inSlack(chief.pressIn("modal", answer.button("Yes")));

    assertThat(rated.words()).contains(ANSWER, "That helps us");
    assertThat(rapport.kept().ratings("T0TRUST")).containsExactly(true);
  }

  @Test
  void howOneMightReplyIsSaidAndTheMessageIsKeptNowhere() {
    SlackPerson chief = rapport.chief();

    Shown advice =
        Shown.inSlack(
            chief.asksHowToReplyTo(
                "Parking is a disgrace, ring me, Xanthippe Quillfeather, on 07700 900123"));

    assertThat(advice.words())
        .contains("How you might reply", "A reply to adapt", "{name}", "Check first");
    assertThat(advice.words()).doesNotContain("Quillfeather", "900123");
    assertThat(rapport.kept().everything())
        .doesNotContain("Quillfeather", "900123", "Parking is a disgrace");
    assertThat(rapport.kept().questions()).isEmpty();
  }

  @Test
  void thePaneGreetsWithQuestionsThatFitAndAnswersInItsThread() {
    SlackPerson chief = rapport.chief();
    chief.opensPane();
    assertThat(chief.reads().words()).contains("Hello", "Who can see what");
    assertThat(rapport.slack.next().body().getAsJsonArray("prompts").toString())
        .contains("I am not online at all. What is my first move?");

    JsonObject written = chief.message("message_im", QUESTION);
    written.getAsJsonObject("event").addProperty("thread_ts", "1760000008.000800");
    chief.deliver(written);

    FakeSlack.Call answer = rapport.slack.next();
    assertThat(answer.field("thread_ts")).isEqualTo("1760000008.000800");
    assertThat(Shown.inSlack(answer.body()).words()).contains(ANSWER);
    assertThat(rapport.slack.next().field("title")).isEqualTo(ANSWER);
  }

  @Test
  void anAnswerIsSharedByNameWithoutWhatWasAsked() {
    SlackPerson chief = rapport.chief();
    Shown answer = chief.command(QUESTION);
    JsonObject form = chief.wantsToShare(answer.button("Share this answer"));

    String told = chief.confirms(form);

    Shown posted = chief.reads();
    assertThat(posted.words())
        .contains("<@U0CHIEF> shared this answer", ANSWER)
        .doesNotContain(QUESTION);
    assertThat(shownIn(told).words()).contains("It is there now");
  }

  @Test
  void nothingButAnAnswerOfTheGuidanceCanBeShared() {
    SlackPerson chief = rapport.chief();
    JsonObject form = chief.wantsToShare(chief.command(QUESTION).button("Share this answer"));
    for (String forged : new String[] {QUESTION, "Buy now at evil.example", ""}) {
      form.addProperty("private_metadata", forged);
      assertThat(shownIn(chief.confirms(form)).words()).contains("I cannot share that");
    }
    assertThat(rapport.slack.rest()).isEmpty();
  }

  @Test
  void whatOthersSaidInTheThreadIsUnderstoodAndNotKept() {
    SlackPerson chief = rapport.chief();
    rapport.slack.answers(
        "conversations.replies",
        FakeSlack.ok(
            "{\"ok\":true,\"messages\":[{\"type\":\"message\",\"user\":\"U0AMA\",\"ts\":\"1.1\","
                + "\"text\":\"how many characters do I get on X\"}]}"));

    chief.mentionInThread("1750000000.000100", "and on LinkedIn?");

    assertThat(chief.reads().words()).contains("What are the limits on LinkedIn?");
    assertThat(rapport.kept().everything()).doesNotContain("how many characters do I get");
  }

  private static Map<String, String> chairAtStageTwo() {
    return Map.of(
        "position", "chair",
        "stage", "2",
        "zone", "Europe/London",
        "nudge-day", "TUESDAY",
        "nudge-time", "09:00",
        "quiet-from", "18:00",
        "quiet-to", "08:00",
        "history", "on");
  }

  /** What came back in a modal; or, too late for that, in a direct message. */
  private Shown shownIn(String acknowledgement) {
    if (acknowledgement.isEmpty()) {
      return Shown.inSlack(rapport.slack.next().body());
    }
    return Shown.inSlack(
        JsonParser.parseString(acknowledgement).getAsJsonObject().getAsJsonObject("view"));
  }
}
