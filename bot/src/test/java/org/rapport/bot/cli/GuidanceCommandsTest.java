package org.rapport.bot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands that work with guidance, on a live index of a few sections. */
class GuidanceCommandsTest {
  private static final String QUESTION = "Which platform should I start with?";
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir static Path home;
  private static Path content = Path.of("");

  @TempDir Path work;

  @BeforeAll
  static void index() throws IOException {
    content = SmallContent.in(home.resolve("content"));
    assertThat(run("reindex", "--content", content.toString()).out())
        .contains("Generation 1 is live");
  }

  @Test
  void askPrintsTheAnswerAsWords() {
    CommandRun run = run("ask", QUESTION);

    assertThat(run.code()).isZero();
    assertThat(run.out()).contains("How", "1. ").doesNotContain("**", "{\"outcome\"");
    assertThat(run.err()).isEmpty();
  }

  @Test
  void askPrintsOneJsonObject() throws JsonProcessingException {
    CommandRun run = run("ask", QUESTION, "--json");

    JsonNode answer = JSON.readTree(run.out());
    assertThat(run.out()).hasLineCount(1);
    assertThat(answer.path("outcome").asText()).isEqualTo("found");
    assertThat(answer.path("reason").isNull()).isTrue();
    assertThat(answer.path("confidence").asDouble()).isBetween(0.0, 1.0);
    assertThat(answer.path("answer").asText()).isNotBlank();
    assertThat(answer.path("tookMillis").isNumber()).isTrue();
    JsonNode citation = answer.path("citations").path(0);
    assertThat(citation.properties().stream().map(java.util.Map.Entry::getKey))
        .contains("section", "title", "facts", "source", "url");
    JsonNode passage = answer.path("passages").path(0);
    assertThat(passage.path("section").asText()).isNotBlank();
    assertThat(passage.path("score").isNumber()).isTrue();
    assertThat(passage.path("facts").path(0).asText()).startsWith("F-");
  }

  @Test
  void askAnswersAFileLineByLine() throws IOException {
    Path batch =
        Files.writeString(
            work.resolve("batch.jsonl"),
            """
            {"id":"a","q":"%s"}

            {"id":7,"q":""}
            {"id":"c","q":"(:*[~ AND OR"}
            """
                .formatted(QUESTION));

    CommandRun run = run("ask", "--json", "--batch", batch.toString());

    assertThat(run.code()).isZero();
    List<String> lines = run.out().lines().toList();
    assertThat(lines).hasSize(3);
    assertThat(JSON.readTree(lines.get(0)).path("id").asText()).isEqualTo("a");
    assertThat(JSON.readTree(lines.get(0)).path("outcome").asText()).isEqualTo("found");
    assertThat(JSON.readTree(lines.get(1)).path("id").asInt()).isEqualTo(7);
  }

  @Test
  void aLineThatIsNoQuestionIsNamed() throws IOException {
    Path batch = Files.writeString(work.resolve("batch.jsonl"), "{\"id\":\"a\"}\n");

    CommandRun run = run("ask", "--json", "--batch", batch.toString());

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err()).hasLineCount(1).contains("batch.jsonl:1");
  }

  @Test
  void aFileOfQuestionsThatIsNotThereIsNamed() {
    CommandRun run = run("ask", "--batch", work.resolve("absent.jsonl").toString());

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err()).hasLineCount(1).contains("absent.jsonl");
  }

  @Test
  void askCanAnswerFromAnotherContentFolder() {
    assertThat(run("ask", QUESTION, "--content", content.toString()).code()).isZero();
    assertThat(run("generations").out()).doesNotContain("99");
  }

  @Test
  void brokenContentIsRefusedWithFileAndLineAndTheLiveIndexStays() throws IOException {
    Path broken = SmallContent.in(work.resolve("broken"));
    Path document = broken.resolve("guidance/getting-started/choosing-where-to-be-online.md");
    Files.writeString(
        document, Files.readString(document).replaceFirst("facts: \\[", "facts: [F-99.99, "));
    String before = run("generations").out();

    CommandRun run = run("reindex", "--content", broken.toString());

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err().lines())
        .anyMatch(line -> line.matches(".*choosing-where-to-be-online\\.md:\\d+: .*F-99\\.99.*"));
    assertThat(run("generations").out()).isEqualTo(before);
  }

  @Test
  void aDryRunSaysWhatWouldChangeAndChangesNothing() throws IOException {
    Path other = SmallContent.in(work.resolve("other"));
    Path document = other.resolve("guidance/getting-started/choosing-where-to-be-online.md");
    Files.writeString(document, Files.readString(document).replaceFirst("id: ", "id: renamed-"));
    String before = run("generations").out();

    CommandRun run = run("reindex", "--content", other.toString(), "--dry-run");

    assertThat(run.code()).isZero();
    assertThat(run.out()).contains("added renamed-", "removed ", "Nothing was done");
    assertThat(run("generations").out()).isEqualTo(before);
  }

  @Test
  void aReindexThatLosesGoldenQuestionsIsRefusedWithTheList() throws IOException {
    Path worse = SmallContent.in(work.resolve("worse"));
    Path document = worse.resolve("guidance/getting-started/choosing-where-to-be-online.md");
    String section = Files.readString(document);
    int second = section.indexOf("\n## ", section.indexOf("\n## ") + 1);
    Files.writeString(document, section.substring(0, second + 1));
    Files.createDirectories(worse.resolve("golden"));
    Files.writeString(
        worse.resolve("golden/questions.jsonl"),
        """
        {"id":"g-1","q":"how can I practise inside the organisation first","facts":["F-2.20"]}
        """);
    String before = run("generations").out();

    CommandRun refused = run("reindex", "--content", worse.toString());

    assertThat(refused.code()).isEqualTo(1);
    assertThat(refused.err()).hasLineCount(1).contains("Refused", "stays live", "--force");
    assertThat(refused.out()).contains("lost g-1: how can I practise", "removed ");
    assertThat(run("generations").out()).isEqualTo(before);

    CommandRun rehearsed = run("reindex", "--content", worse.toString(), "--dry-run", "--json");
    JsonNode told = JSON.readTree(rehearsed.out());
    assertThat(told.path("result").asText()).isEqualTo("rehearsed");
    assertThat(told.path("passes").asBoolean()).isFalse();
    assertThat(told.path("removed").size()).isPositive();
    assertThat(told.path("golden").path("rightBefore").asInt()).isEqualTo(1);
    assertThat(told.path("golden").path("changes").path(0).path("id").asText()).isEqualTo("g-1");
  }

  @Test
  void unchangedContentIsNotBuiltAgainUnlessForcedAndCanBeRolledBack() {
    assertThat(run("reindex", "--content", content.toString()).out()).contains("Nothing changed");

    assertThat(run("reindex", "--content", content.toString(), "--force").out())
        .contains("is live");
    assertThat(run("rollback", "1").out()).contains("Generation 1 is live");
    assertThat(run("generations").out()).contains("1 live");
  }

  @Test
  void aGenerationThatIsNotKeptIsRefused() {
    CommandRun run = run("rollback", "99");

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err()).hasLineCount(1).contains("99");
  }

  @Test
  void goldenQuestionsAreCountedAndMissesListed() throws IOException {
    Path golden =
        Files.writeString(
            work.resolve("golden.jsonl"),
            """
            {"id":"g1","q":"%s","facts":["F-2.01","F-2.02","F-2.03","F-2.04","F-2.05"]}
            {"id":"f1","q":"%s","expect":"far"}
            """
                .formatted(QUESTION, QUESTION));

    CommandRun run = run("evaluate", "--golden", golden.toString());

    assertThat(run.code()).isZero();
    assertThat(run.out()).contains("in scope         1 questions", "far held back    0.0% of 1");
    assertThat(run.out()).contains("f1 answered: " + QUESTION);
  }

  @Test
  void aCollectionIsMeasured() throws IOException {
    Path corpus =
        Files.writeString(
            work.resolve("corpus.jsonl"),
            """
            {"_id":"d1","title":"Cats","text":"A cat purrs when it is content."}
            {"_id":"d2","title":"Dogs","text":"A dog barks at the post."}
            """);
    Path queries =
        Files.writeString(
            work.resolve("queries.jsonl"), "{\"_id\":\"q1\",\"text\":\"purring cat\"}\n");
    Path judgements = Files.writeString(work.resolve("qrels.tsv"), "q1\td1\t1\n");

    CommandRun run =
        run(
            "evaluate", "--json",
            "--corpus", corpus.toString(),
            "--queries", queries.toString(),
            "--qrels", judgements.toString());

    assertThat(run.code()).isZero();
    assertThat(JSON.readTree(run.out()).path("nDCG@10").asDouble()).isEqualTo(1.0);
  }

  @Test
  void aCollectionWithoutJudgementsIsRefused() throws IOException {
    Path corpus = Files.writeString(work.resolve("c.jsonl"), "{\"id\":\"d\",\"text\":\"x\"}\n");

    CommandRun run = run("evaluate", "--corpus", corpus.toString(), "--queries", corpus.toString());

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err()).hasLineCount(1).contains("--qrels");
  }

  private static CommandRun run(String... arguments) {
    return CommandRun.of(home, arguments);
  }
}
