package org.rapport.bot.channel.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rapport.bot.channel.slack.SlackWorkspace.event;
import static org.rapport.bot.channel.slack.SlackWorkspace.openly;

import com.google.gson.JsonObject;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rapport.bot.channel.Address;
import org.rapport.bot.conversation.Incoming;
import org.rapport.bot.conversation.Reply;

/** What one server acknowledged in Slack and did not live to answer, another answers. */
class SlackInboxTest {
  private static final Address CHIEF = new Address(Address.Kind.SLACK, "T0TRUST", "U0CHIEF");

  @TempDir Path data;

  private final CountDownLatch never = new CountDownLatch(1);

  @Test
  void aMentionIsAnsweredInItsThread() throws Exception {
    afterALoss(
        lost -> lost.event("app_mention", it -> {}),
        next -> {
          FakeSlack.Call sent = next.slack.next();
          assertThat(sent.field("thread_ts")).isEqualTo("1760000000.000100");
          assertThat(next.asked)
              .containsExactly(
                  new Incoming.Asked(
                      CHIEF, "how do I start on LinkedIn?", true, "C0COMMS:1760000000.000100"));
        });
  }

  @Test
  void aDirectMessageIsAnsweredByItsMaskedWords() throws Exception {
    afterALoss(
        lost -> lost.event("message_im", words("Can I quote jo@example.org on 07700 900123?")),
        next -> {
          assertThat(next.slack.next().field("channel")).isEqualTo("D0CHIEF");
          assertThat(next.questions())
              .singleElement()
              .asString()
              .startsWith("Can I quote")
              .doesNotContain("jo@")
              .doesNotContain("900123");
        });
  }

  @Test
  void whoseWordsMayNameSomebodyIsAskedForThemAgain() throws Exception {
    afterALoss(
        lost -> lost.event("message_im", words("Can I post that Xyrla has cancer?")),
        next -> {
          assertThat(next.slack.next().field("text")).isEqualTo("Please ask again");
          assertThat(next.asked).isEmpty();
        });
  }

  @Test
  void thePressOfAQuestionIsAnswered() throws Exception {
    afterALoss(
        lost -> lost.press(it -> {}),
        next -> {
          assertThat(next.slack.next().field("thread_ts")).isEqualTo("1760000000.000100");
          assertThat(next.questions()).containsExactly("How often should I post?");
        });
  }

  @Test
  void thePressOfAQuestionInAModalIsAnsweredInIt() throws Exception {
    afterALoss(
        lost -> lost.pressIn("modal", it -> {}),
        next -> {
          FakeSlack.Call shown = next.slack.next();
          assertThat(shown.method()).isEqualTo("views.update");
          assertThat(shown.field("view_id")).isEqualTo("V0SHOWN");
          assertThat(next.questions()).containsExactly("How often should I post?");
        });
  }

  @Test
  void aMentionInAThreadIsUnderstoodFromWhatWasSaidThere() throws Exception {
    afterALoss(
        lost -> lost.event("app_mention", it -> event(it).addProperty("thread_ts", "1750000000.1")),
        next -> {
          next.slack.next();
          assertThat(next.slack.threadsRead())
              .singleElement()
              .satisfies(read -> assertThat(read.field("ts")).isEqualTo("1750000000.1"));
        });
  }

  @Test
  void aFileIsGiven() throws Exception {
    afterALoss(
        lost -> lost.event("message_file_share", it -> {}),
        next -> {
          next.slack.next();
          assertThat(next.asked).singleElement().isInstanceOf(Incoming.Gave.class);
        });
  }

  @Test
  void aGuestIsStillTurnedAway() throws Exception {
    afterALoss(
        lost -> lost.event("message_im", it -> event(it).addProperty("user", "U0GUEST")),
        next -> {
          assertThat(next.slack.next().field("text")).startsWith("I am for members");
          assertThat(next.asked).isEmpty();
        });
  }

  @Test
  void aRedeliveryToTheNextServerIsNotAnsweredAgain() throws Exception {
    afterALoss(
        lost -> lost.event("message_im", it -> {}),
        next -> {
          next.event("message_im", it -> {});
          next.event("message_im", it -> it.addProperty("event_id", "Ev0OTHER"));
          assertThat(next.sentInTheEnd()).hasSize(1);
        });
  }

  @Test
  void aLateCommandIsKeptUntilItIsAnswered() throws Exception {
    try (SlackWorkspace workspace = new SlackWorkspace(data, this::never, Duration.ofMillis(30))) {
      assertThat(workspace.command("how do I start?").body()).isEmpty();
      assertThat(kept(workspace)).hasSize(1);
      never.countDown();
      assertThat(workspace.slack.next().method()).isEqualTo("response_url");
      workspace.app.close();
      assertThat(kept(workspace)).isEmpty();
    }
  }

  @Test
  void aCommandThatIsAnsweredInTimeIsNotKept() throws Exception {
    try (SlackWorkspace workspace = SlackWorkspace.where(data, openly())) {
      workspace.command("how do I start?");
      assertThat(kept(workspace)).isEmpty();
    }
  }

  /**
   * Has a server acknowledge something that it never answers, and another on its database take it
   * over.
   */
  private void afterALoss(Consumer<SlackWorkspace> acknowledged, Check then) throws Exception {
    try (SlackWorkspace lost = SlackWorkspace.where(data, this::never);
        SlackWorkspace next =
            SlackWorkspace.where(data, (Function<Incoming, Reply>) _ -> openly())) {
      next.slack.knows("T0TRUST", "U0GUEST").addProperty("is_restricted", true);
      acknowledged.accept(lost);
      assertThat(kept(next)).hasSize(1);
      next.now.updateAndGet(it -> it.plus(Duration.ofMinutes(1)));
      next.inbox.runOnce(true);
      then.check(next);
      next.app.close();
      assertThat(kept(next)).isEmpty();

      never.countDown();
      assertThat(lost.sentInTheEnd()).isEmpty();
    }
  }

  private Reply never(Incoming incoming) {
    try {
      never.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    return openly();
  }

  private static Consumer<JsonObject> words(String words) {
    return payload -> event(payload).addProperty("text", words);
  }

  private static List<String> kept(SlackWorkspace workspace) {
    workspace.store.together(handle -> 0).join();
    return workspace.store.read(
        handle -> handle.select("select id from inbox").mapTo(String.class).list());
  }

  /** What must hold of the server that took over. */
  private interface Check {
    void check(SlackWorkspace next) throws Exception;
  }
}
