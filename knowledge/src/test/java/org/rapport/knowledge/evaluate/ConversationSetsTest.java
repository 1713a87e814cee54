package org.rapport.knowledge.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.rapport.knowledge.Answer;
import org.rapport.knowledge.Question;
import org.rapport.knowledge.ShippedGuidance;
import org.rapport.knowledge.content.Section;

/** How well questions are understood that people ask in the course of talk; misses are told. */
class ConversationSetsTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  void followUpsAreReadInTheLightOfWhatCameBefore() {
    List<JsonNode> dialogues = read("followups", line -> line.has("facts"));

    assertShare(dialogues, 0.85, line -> rests(followedUp(line), facts(line.path("facts"))));
  }

  @Test
  void whatIsNoFollowUpIsAnsweredAsIfItCameFirst() {
    List<JsonNode> dialogues = read("followups", line -> !line.has("facts"));

    assertShare(
        dialogues, 1, line -> followedUp(line).equals(ask(new Question(text(line, "then")))));
  }

  @Test
  void callsForHelpAreSeen() {
    assertShare(
        read("urgent", line -> text(line, "expect").equals("urgent")),
        0.97,
        line -> ask(line) instanceof Answer.Urgent);
  }

  @Test
  void whatOnlySoundsLikeACallForHelpIsNotTakenForOne() {
    List<JsonNode> alike = new ArrayList<>(read("fresh-look-alikes", line -> true));
    alike.addAll(read("urgent", line -> !text(line, "expect").equals("urgent")));

    assertShare(alike, 1 - 2 / 60.0, line -> !(ask(line) instanceof Answer.Urgent));
  }

  @Test
  void ofTwoQuestionsBothAreAnswered() {
    assertShare(read("twothings", line -> true), 0.55, ConversationSetsTest::answersBoth);
  }

  @Test
  void whatIsOneQuestionStaysWhole() {
    List<JsonNode> questions = new ArrayList<>(read("questions", line -> true));
    questions.addAll(read("situations", line -> true));

    assertShare(
        questions,
        0.995,
        line -> !(ask(line) instanceof Answer.Found found && found.also().isPresent()));
  }

  @Test
  void falsePremisesAreCorrected() {
    assertShare(
        read("false-premise", line -> true),
        0.85,
        line ->
            ask(line) instanceof Answer.Found found
                && found.correction().isPresent()
                && rests(found, facts(line.path("facts"))));
  }

  @Test
  void whatIsTooBroadGetsAnOverviewAndThreeWaysOn() {
    assertShare(
        read("too-broad", line -> true),
        0.8,
        line ->
            ask(line) instanceof Answer.Found found
                && section(found.section()).ways().size() == 3
                && found.related().size() == 3);
  }

  private static boolean answersBoth(JsonNode line) {
    Set<String> first = facts(line.path("facts").path(0));
    Set<String> second = facts(line.path("facts").path(1));
    if (!(ask(line) instanceof Answer.Found found)) {
      return false;
    }
    String other = found.also().map(Answer.Also::section).orElse(found.section());
    return (rests(found.section(), first) && rests(other, second))
        || (rests(found.section(), second) && rests(other, first));
  }

  private static Answer followedUp(JsonNode line) {
    return ask(new Question(text(line, "then"), List.of(text(line, "first"))));
  }

  private static Answer ask(JsonNode line) {
    return ask(new Question(text(line, "q")));
  }

  private static Answer ask(Question question) {
    return ShippedGuidance.knowledge().ask(question);
  }

  private static boolean rests(Answer answer, Set<String> facts) {
    return answer instanceof Answer.Found found && rests(found.section(), facts);
  }

  private static boolean rests(String section, Set<String> facts) {
    return section(section).facts().stream().anyMatch(facts::contains);
  }

  private static Section section(String id) {
    return ShippedGuidance.content().sections().stream()
        .filter(section -> section.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private static void assertShare(List<JsonNode> lines, double least, Predicate<JsonNode> isRight) {
    List<JsonNode> missed = lines.stream().filter(isRight.negate()).toList();
    double right = 1 - missed.size() / (double) lines.size();

    assertThat(right).as(missed.toString()).isGreaterThanOrEqualTo(least);
  }

  private static Set<String> facts(JsonNode list) {
    Set<String> facts = new TreeSet<>();
    list.forEach(fact -> facts.add(fact.asText()));
    return facts;
  }

  private static String text(JsonNode line, String name) {
    return line.path(name).asText();
  }

  private static List<JsonNode> read(String set, Predicate<JsonNode> kept) {
    String file = "/content/golden/" + set + ".jsonl";
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(ConversationSetsTest.class.getResourceAsStream(file)),
                StandardCharsets.UTF_8))) {
      List<JsonNode> read = new ArrayList<>();
      for (String line : lines.lines().toList()) {
        read.add(JSON.readTree(line));
      }
      return read.stream().filter(kept).toList();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
