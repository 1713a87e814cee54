package org.rapport.bot.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.rapport.bot.message.Message;
import org.rapport.bot.release.Release;
import org.rapport.bot.release.Uploads.Upload;
import org.rapport.knowledge.Difference;
import org.rapport.knowledge.ask.Intake;
import org.rapport.knowledge.evaluate.Gate;
import org.rapport.knowledge.evaluate.GoldenQuestion;
import org.rapport.knowledge.upload.Place;
import org.rapport.knowledge.upload.Unread;

class DocumentMessagesTest {
  private static final Intake.Read READ =
      new Intake.Read(
          "policy.pdf",
          List.of(),
          List.of(new Unread(new Place.Page(3), "a picture without a description")));
  private static final Difference NONE = new Difference(List.of(), List.of(), List.of());

  private final DocumentMessages messages =
      new DocumentMessages(new Wording(Map.of("contact", "the comms team", "days", "90")));

  @Test
  void whatWasReadAndWhatWasNotIsToldWithItsPlace() {
    assertThat(told(READ, new Release.Live(4, 12, 12, NONE, Optional.empty())))
        .containsSubsequence(
            "live (generation 4)",
            "policy.pdf",
            "Sections taken: 0",
            "Not read, page 3: a picture without a description");
  }

  @Test
  void aRefusalByTheTestQuestionsSaysHowManyAreLostAndTheWayRoundIt() {
    assertThat(told(READ, new Release.Refused(NONE, gate(), 0.01)))
        .contains("answer 2 of my 100 test questions wrong", "\"--force\" on the command line");
  }

  @Test
  void whatIsThereAlreadyIsToldAsSuch() {
    assertThat(told(READ, new Release.Unchanged(4, 12))).contains("nothing has changed");
  }

  @Test
  void whyAFileIsRefusedIsShownAsItIs() {
    String reason = "policy.md:3: *id* <@U1> [x](https://evil.example)";

    String told = told(new Intake.Refused("policy.md", List.of(reason)));

    assertThat(told).contains("Plain[words=" + reason + "]").contains("could not take in any");
  }

  @Test
  void aLongListIsCut() {
    List<String> hundred = Collections.nCopies(100, "a line");

    assertThat(told(new Intake.Refused("policy.md", hundred)).split("a line", -1)).hasSize(11);
    assertThat(told(new Intake.Refused("policy.md", hundred))).contains("And 90 lines more");
  }

  private String told(Intake.Taken file, Release release) {
    return words(messages.taken(new Upload(List.of(file), Optional.of(release)), List.of(), false));
  }

  private String told(Intake.Taken file) {
    return words(messages.taken(new Upload(List.of(file), Optional.empty()), List.of(), false));
  }

  private static Gate gate() {
    Gate.Change lost = new Gate.Change(question("one"), "a", true, "b", false);
    Gate.Change other = new Gate.Change(question("two"), "a", true, "b", false);
    Gate.Change won = new Gate.Change(question("three"), "a", false, "b", true);
    return new Gate(100, 0, 99, 98, List.of(lost, other, won));
  }

  private static GoldenQuestion question(String id) {
    return new GoldenQuestion(id, id, GoldenQuestion.Expect.FOUND, Set.of("F-1"));
  }

  private static String words(Message message) {
    return message.blocks().toString();
  }
}
