package org.rapport.bot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An editor reviews guidance before publishing it. */
class ReviewCommandTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir Path home;
  private Path document = Path.of("");

  @BeforeEach
  void aFolderWithOneDocumentWhoseFactsAreAllUsed() throws IOException {
    document =
        Files.createDirectories(home.resolve("content/guidance/thanks")).resolve("thanks.md");
    Files.writeString(
        Files.createDirectories(home.resolve("content/facts")).resolve("01.tsv"),
        """
        id\ttag\tkind\twords\tsource\tpublisher\taddress\tdate
        F-1.01\tverify\tadvice\tBe kind.\t\t\t\t
        """);
    Files.writeString(
        document,
        """
        ---
        title: Thanks
        owner: Editors
        review-by: 2020-05-31
        ---

        ## How do I thank staff?
        ```yaml
        id: thank-staff
        questions: [a, b, c]
        facts: [F-1.01]
        positions: [any]
        stages: [1]
        ```

        Be kind.

        ### How
        1. Name the team.

        ### Watch out
        - Ask them first.
        """);
  }

  @Test
  void whatNeedNotBeMendedIsListedAndTheReviewPasses() {
    CommandRun run = review();

    assertThat(run.code()).isZero();
    assertThat(run.out().lines())
        .contains(
            "guidance/thanks/thanks.md#thank-staff: review-due: was to be looked at by 2020-05-31")
        .anyMatch(line -> line.matches("thanks +1 +-?\\d+\\.\\d +-?\\d+\\.\\d +0  thank-staff"))
        .endsWith("remarks: 1, to be mended: 0");
    assertThat(run.err()).isEmpty();
  }

  @Test
  void whatMustBeMendedFailsTheReview() throws IOException {
    edit("Be kind.", "Be kind in 2019.");

    CommandRun run = review();

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out())
        .contains("thanks.md#thank-staff: unfounded-figure: none of its facts has '2019'")
        .endsWith("remarks: 2, to be mended: 1" + System.lineSeparator());
  }

  @Test
  void programsReadTheReviewAsJson() throws IOException {
    edit("Be kind.", "Organize it.");

    CommandRun run = review("--json");

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out()).hasLineCount(1);
    JsonNode review = JSON.readTree(run.out());
    assertThat(review.path("failed").asBoolean()).isTrue();
    JsonNode remark = review.path("remarks").path(1);
    assertThat(remark.path("kind").asText()).isEqualTo("american-spelling");
    assertThat(remark.path("place").asText()).isEqualTo("guidance/thanks/thanks.md#thank-staff");
    assertThat(remark.path("words").asText()).isEqualTo("organize: organise");
    assertThat(remark.path("failing").asBoolean()).isTrue();
    JsonNode reading = review.path("readings").path(0);
    assertThat(reading.path("section").asText()).isEqualTo("thank-staff");
    assertThat(reading.path("words").asInt()).isEqualTo(13);
    assertThat(reading.path("grade").isNumber()).isTrue();
  }

  @Test
  void guidanceThatCannotBeReadIsRefusedWithFileAndLine() throws IOException {
    edit("Be kind.", "word ".repeat(61).strip());

    CommandRun run = review();

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err())
        .hasLineCount(1)
        .contains("guidance/thanks/thanks.md:7", "61 words; at most 60");
  }

  @Test
  void aFolderWithoutGuidanceIsRefused() throws IOException {
    Path empty = Files.createDirectories(home.resolve("empty"));
    CommandRun nothing = CommandRun.of(home, "review", "--content", empty.toString());
    assertThat(nothing.code()).isEqualTo(1);
    assertThat(nothing.err()).hasLineCount(1).contains("Expected a folder with guidance/");

    Files.delete(document);
    CommandRun noSection = review();
    assertThat(noSection.code()).isEqualTo(1);
    assertThat(noSection.err()).hasLineCount(1).contains("There is no section of guidance");
  }

  @Test
  void theShippedGuidanceIsReviewedUnlessAFolderIsNamed() {
    CommandRun run = CommandRun.of(home, "review");

    assertThat(run.code()).isZero();
    assertThat(run.out()).contains("staying-safe", "to be mended: 0");
  }

  private void edit(String words, String others) throws IOException {
    Files.writeString(document, Files.readString(document).replace(words, others));
  }

  private CommandRun review(String... options) {
    List<String> arguments =
        new ArrayList<>(List.of("review", "--content", home.resolve("content").toString()));
    arguments.addAll(List.of(options));
    return CommandRun.of(home, arguments.toArray(String[]::new));
  }
}
