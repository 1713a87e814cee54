package org.rapport.bot.channel.teams;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.rapport.bot.channel.Address;
import org.rapport.bot.conversation.Incoming;
import org.rapport.bot.conversation.Reply;
import org.rapport.bot.message.SampleMessages;

/** What one server acknowledged in Teams and did not live to answer, another answers. */
class TeamsInboxTest extends WithTeams {
  private static final String THREAD = "19:leaders@thread.tacv2;messageid=1727000000000";
  private static final String AAD = "aadObjectId";

  private final CountDownLatch never = new CountDownLatch(1);

  @Test
  void aMessageIsAnsweredWhereItWasAskedByItsMaskedWords() throws Exception {
    afterALoss(
        world.question("7", "Can I quote jo@example.org in a post?"),
        next -> {
          assertThat(world.connector.next().path())
              .isEqualTo("/uk/v3/conversations/a:chat-ceo/activities/7");
          assertThat(next.heard)
              .singleElement()
              .isInstanceOfSatisfying(
                  Incoming.Asked.class,
                  asked -> {
                    assertThat(asked.from()).isEqualTo(CEO);
                    assertThat(asked.text()).startsWith("Can I quote").doesNotContain("jo@");
                  });
        });
  }

  @Test
  void aMentionIsAnsweredInItsThread() throws Exception {
    afterALoss(
        world.activity("channel-mention"),
        next -> {
          assertThat(world.connector.next().path())
              .isEqualTo("/uk/v3/conversations/" + THREAD + "/activities/1727000000002");
          assertThat(next.heard)
              .containsExactly(new Incoming.Asked(CEO, "what about R&D posts?", true, THREAD));
        });
  }

  @Test
  void whoWasMentionedIsKeptWithoutTheirName() throws Exception {
    ObjectNode mention =
        naming("Ben", "channel-mention", "<at>Rapport (beta)</at> may <at>Ben</at> post?");
    afterALoss(
        mention,
        next -> {
          world.connector.next();
          assertThat(next.heard)
              .singleElement()
              .isInstanceOfSatisfying(
                  Incoming.Asked.class,
                  asked -> {
                    assertThat(asked.mentioned())
                        .containsExactly(new Address(Address.Kind.TEAMS, "tenant-one", "aad-ben"));
                    assertThat(asked.text()).doesNotContain("Ben");
                  });
        });
  }

  @Test
  void aGrantThatIsResumedStillSaysToWhom() throws Exception {
    ObjectNode grant =
        naming("Ben Okoro", "personal-message", "grant <at>Ben Okoro</at> comms lead");
    afterALoss(
        grant,
        next -> {
          world.connector.next();
          assertThat(next.heard)
              .singleElement()
              .isInstanceOfSatisfying(
                  Incoming.Asked.class,
                  asked -> {
                    assertThat(asked.text()).isEqualTo("grant @1 comms lead");
                    assertThat(asked.mentioned())
                        .containsExactly(new Address(Address.Kind.TEAMS, "tenant-one", "aad-ben"));
                  });
        });
  }

  @Test
  void aRelatedQuestionIsAnsweredWithANewMessage() throws Exception {
    afterALoss(
        world.activity("button"),
        next -> {
          assertThat(world.connector.next().card())
              .isEqualTo(TeamsRenderer.card(SampleMessages.found()));
          assertThat(next.heard)
              .containsExactly(
                  new Incoming.Asked(CEO, "How often should I post?", false, "a:chat-ceo"));
        });
  }

  @Test
  void whoseWordsMayNameSomebodyIsAskedForThemAgain() throws Exception {
    afterALoss(
        world.question("7", "Can I post that Xyrla has cancer?"),
        next -> {
          assertThat(world.connector.next().body().path("summary").asText())
              .isEqualTo("Please ask again");
          assertThat(next.heard).isEmpty();
        });
  }

  /**
   * Has a server acknowledge something that it never answers, and another on its database take it
   * over.
   */
  private void afterALoss(JsonNode activity, Check then) throws Exception {
    world.coach.set(this::never);
    try (TeamsWorld next = new TeamsWorld(folder)) {
      world.receive(activity);
      assertThat(kept(next)).hasSize(1);
      next.now.updateAndGet(it -> it.plus(Duration.ofMinutes(1)));
      next.inbox.runOnce(true);
      then.check(next);
      next.finish();
      assertThat(kept(next)).isEmpty();

      never.countDown();
      world.finish();
      assertThat(world.connector.all).hasSize(1);
    }
  }

  /** What somebody writes who mentions Ben. */
  private ObjectNode naming(String ben, String activity, String words) throws IOException {
    ObjectNode naming = world.activity(activity);
    naming.put("text", words);
    ObjectNode entity = naming.withArray("entities").addObject().put("type", "mention");
    entity.put("text", "<at>" + ben + "</at>");
    entity.putObject("mentioned").put("id", "29:ben").put("name", ben).put(AAD, "aad-ben");
    return naming;
  }

  private Reply never(Incoming incoming) {
    try {
      never.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    return new Reply(SampleMessages.found(), false);
  }

  private static List<String> kept(TeamsWorld world) {
    world.store.together(handle -> 0).join();
    return world.store.read(
        handle -> handle.select("select id from inbox").mapTo(String.class).list());
  }

  /** What must hold of the server that took over. */
  private interface Check {
    void check(TeamsWorld next) throws Exception;
  }
}
