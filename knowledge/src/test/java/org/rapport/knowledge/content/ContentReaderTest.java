package org.rapport.knowledge.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rapport.knowledge.reading.Problem;

/** An editor's mistakes are named with file and line, all of them at once. */
class ContentReaderTest {
  private static final String FACTS =
      """
      id\ttag\tkind\twords\tsource\tpublisher\taddress\tdate
      F-1.01\tsource\tbackground\tStaff like thanks.\tA page\tA publisher\thttps://example.org/a\t2025
      F-1.02\tverify\tadvice\tBe kind.\t\t\t\t
      """;
  private static final String DOCUMENT =
      """
      ---
      title: Thanks
      owner: Editors
      review-by: 2027-05-31
      ---

      ## How do I thank staff?
      ```yaml
      id: thank-staff
      questions:
        - thank you post
        - praise my team
        - say well done
      facts: [F-1.01, F-1.02]
      positions: [any]
      stages: [1, 2]
      ```

      Say what they **did**, and why it
      mattered.

      ### How
      1. Name the team.
      2. Say what changed.

      ### Watch out
      - Ask before you name a person.

      ### Example post
      > Thank you, {team}.
      """;

  private static final String CORRECTION =
      """
      section: thank-staff
      truth: Thanks are not showing off.
      beliefs:
        - thanks are vain
      """;

  @TempDir Path root;

  @BeforeEach
  void aWholeFolder() throws IOException {
    write("facts/01.tsv", FACTS);
    write("guidance/posting/thanks.md", DOCUMENT);
  }

  @Test
  void aSectionIsReadWithAllItsParts() {
    Section section = ContentReader.read(root).sections().getFirst();

    assertThat(section.id()).isEqualTo("thank-staff");
    assertThat(section.document()).isEqualTo("posting/thanks");
    assertThat(section.title()).isEqualTo("How do I thank staff?");
    assertThat(section.questions())
        .containsExactly("thank you post", "praise my team", "say well done");
    assertThat(section.shortAnswer()).isEqualTo("Say what they **did**, and why it mattered.");
    assertThat(section.steps()).containsExactly("Name the team.", "Say what changed.");
    assertThat(section.watchOuts()).containsExactly("Ask before you name a person.");
    assertThat(section.examplePost()).contains("Thank you, {team}.");
    assertThat(section.facts()).containsExactly("F-1.01", "F-1.02");
    assertThat(section.stages()).containsExactly(1, 2);
    assertThat(section.owner()).isEqualTo("Editors");
    assertThat(section.reviewBy()).hasToString("2027-05-31");
  }

  @Test
  void aFactIsReadWithItsSources() throws IOException {
    write(
        "facts/01.tsv",
        FACTS
            + "F-1.03\tsource\tfigure\tTen.\tOne | Two\tA | B\thttps://a.example | https://b.example"
            + "\t2024 | no date\n");

    Fact fact = Objects.requireNonNull(ContentReader.read(root).facts().get("F-1.03"));

    assertThat(fact.kind()).isEqualTo(Fact.Kind.FIGURE);
    assertThat(fact.sources()).extracting(Fact.Origin::publisher).containsExactly("A", "B");
  }

  @Test
  void aMissingHeadIsNamed() throws IOException {
    write("guidance/posting/thanks.md", DOCUMENT.replaceFirst("---\n", ""));
    assertThat(problems())
        .containsExactly("guidance/posting/thanks.md:1: Expected a head between two lines of ---");
  }

  @Test
  void brokenYamlIsNamedWithItsLine() throws IOException {
    write("guidance/posting/thanks.md", DOCUMENT.replace("id: thank-staff", "id: [thank-staff"));
    assertThat(problems())
        .anyMatch(p -> p.matches("guidance/posting/thanks\\.md:1\\d: Not readable as YAML.*"));
  }

  @Test
  void nestingThatTheReaderCouldDrownInIsRefused() throws IOException {
    String deep = "[".repeat(50_000);
    write("guidance/posting/thanks.md", DOCUMENT.replace("id: thank-staff", "id: " + deep));
    assertThat(problems())
        .anyMatch(p -> p.endsWith("Nested too deep; expected lines of 'key: value'"));
  }

  @Test
  void whatRepeatsItselfIsRefused() throws IOException {
    write("guidance/posting/thanks.md", DOCUMENT.replace("id: thank-staff", "id: [&a [b], *a]"));
    assertThat(problems()).anyMatch(p -> p.contains("Not readable as YAML"));
  }

  @Test
  void anUnknownFactIsNamed() throws IOException {
    write("guidance/posting/thanks.md", DOCUMENT.replace("F-1.02", "F-9.99"));
    assertThat(problems())
        .containsExactly("guidance/posting/thanks.md:7: thank-staff: no fact has the id F-9.99");
  }

  @Test
  void anIdUsedTwiceIsNamedWithBothFiles() throws IOException {
    write("guidance/posting/again.md", DOCUMENT);
    assertThat(problems())
        .containsExactly(
            "guidance/posting/thanks.md:7: The id thank-staff is already used in"
                + " guidance/posting/again.md");
  }

  @Test
  void aLongShortAnswerIsRefused() throws IOException {
    write("guidance/posting/thanks.md", DOCUMENT.replace("mattered.", "word ".repeat(60)));
    assertThat(problems()).singleElement().asString().contains("the short answer has 67 words");
  }

  @Test
  void allMistakesAreToldAtOnce() throws IOException {
    write(
        "guidance/posting/thanks.md",
        DOCUMENT
            .replace("F-1.02", "F-9.99")
            .replace("[1, 2]", "[7]")
            .replace("[any]", "[king]")
            .replace("2027-05-31", "soon"));
    assertThat(problems()).hasSize(4);
  }

  @Test
  void shorthandIsReadWithWhatItStandsFor() throws IOException {
    write("language/shorthand.txt", "# Text-speak\nWot = what\n\nb4 = before\n");

    assertThat(ContentReader.read(root).language().shorthand())
        .isEqualTo(Map.of("wot", "what", "b4", "before"));
  }

  @Test
  void brokenShorthandIsNamed() throws IOException {
    write("language/shorthand.txt", "wot = what\nwotever\nWOT = whatever\n");

    assertThat(problems())
        .containsExactly(
            "language/shorthand.txt:2: Expected WHAT PEOPLE TYPE = what it is read as",
            "language/shorthand.txt:3: There is a line for WOT already");
  }

  @Test
  void aCorrectionIsReadWithItsBeliefs() throws IOException {
    write("corrections/thanks.yaml", CORRECTION);

    assertThat(ContentReader.read(root).corrections())
        .containsExactly(
            new Correction(
                "thank-staff", "Thanks are not showing off.", List.of("thanks are vain")));
  }

  @Test
  void aCorrectionOfNoSectionIsNamed() throws IOException {
    write("corrections/thanks.yaml", CORRECTION.replace("thank-staff", "gone"));

    assertThat(problems()).containsExactly("corrections/thanks.yaml:1: No section has the id gone");
  }

  @Test
  void aLongCorrectionIsRefused() throws IOException {
    write("corrections/thanks.yaml", CORRECTION.replace("not", "not ".repeat(40)));

    assertThat(problems())
        .containsExactly("corrections/thanks.yaml:1: The truth has over 35 words");
  }

  @Test
  void aWayOnToNoSectionIsNamed() throws IOException {
    write(
        "guidance/posting/thanks.md",
        DOCUMENT.replace("stages: [1, 2]", "stages: [1, 2]\nways: [thank-staff, gone]"));

    assertThat(problems())
        .containsExactly("guidance/posting/thanks.md: thank-staff: no section has the id gone");
  }

  @Test
  void aBrokenRowOfFactsIsNamed() throws IOException {
    write("facts/01.tsv", FACTS + "F-1.03\tsource\tfigure\n");
    assertThat(problems()).contains("facts/01.tsv:4: Expected 8 cells parted by tabs, found 3");
  }

  @Test
  void aFileThatIsNotTextIsNamed() throws IOException {
    Files.write(root.resolve("guidance/posting/odd.md"), new byte[] {(byte) 0xff, (byte) 0xfe, 0});
    assertThat(problems()).containsExactly("guidance/posting/odd.md: Not readable as UTF-8 text");
  }

  @Test
  void aFolderThatIsNoContentIsRefused(@TempDir Path empty) {
    ContentRefused refused =
        catchThrowableOfType(ContentRefused.class, () -> ContentReader.read(empty));
    assertThat(refused).hasMessageContaining("Expected a folder with guidance/ and facts/ in it");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "See <b onclick=alert(1)>this</b>",
        "![a picture](https://example.org/a.png)",
      })
  void picturesAndHtmlAreRefused(String markup) throws IOException {
    write("guidance/posting/thanks.md", DOCUMENT.replace("Say what changed.", markup));
    assertThat(problems()).singleElement().asString().contains("pictures and HTML");
  }

  @Test
  void aYamlBombIsRefused() throws IOException {
    String bomb = "a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\n";
    write(
        "guidance/posting/thanks.md",
        DOCUMENT.replace("id: thank-staff", bomb + "id: thank-staff"));
    assertThat(problems()).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"[", "{a: ", "- ", "? ", "&a ["})
  void deeplyNestedYamlIsRefused(String nesting) throws IOException {
    write(
        "guidance/posting/thanks.md",
        DOCUMENT.replace("title: ", "title:\n  " + nesting.repeat(50_000)));
    assertThat(problems()).isNotEmpty();
  }

  @Test
  void aProblemIsOneShortLineWhateverItQuotes() throws IOException {
    write(
        "guidance/posting/thanks.md",
        DOCUMENT.replace("[1, 2]", "[\"a\\nb\\u2028c\", " + "d".repeat(10_000) + "]"));

    assertThat(problems())
        .hasSize(2)
        .allSatisfy(problem -> assertThat(problem).hasLineCount(1).hasSizeLessThan(600));
  }

  @Test
  void aFileOfAnotherKindHasSoManyProblemsAndNoMore() throws IOException {
    write("language/synonyms.txt", "alone\n".repeat(100_000));

    assertThat(problems())
        .hasSize(1_001)
        .last()
        .isEqualTo("language/synonyms.txt: And more, which are told once these are mended");
  }

  private List<String> problems() {
    ContentRefused refused =
        catchThrowableOfType(ContentRefused.class, () -> ContentReader.read(root));
    assertThat(refused).as("the content is refused").isNotNull();
    return refused.problems().stream().map(Problem::toString).toList();
  }

  private void write(String name, String text) throws IOException {
    Path file = root.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
