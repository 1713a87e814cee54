package org.rapport.knowledge.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rapport.knowledge.content.ContentReader;
import org.rapport.knowledge.content.ContentRefused;
import org.rapport.knowledge.content.ShippedContent;
import org.rapport.knowledge.reading.Problem;

/** A mistake in the shipped library would be named by its file and entry, and refuse it whole. */
class LibraryReaderTest {
  private static final String AWARENESS = "posts/awareness.yaml";
  private static final String JANUARY = "calendar/01-january.yaml";
  private static final String COMMS = "networks/comms.yaml";
  private static final String LISTENER = "stages/1-listener.yaml";

  @TempDir Path root;

  @BeforeEach
  void theShippedContent() {
    ShippedContent.from(shipped -> {
      copy(shipped, root);
      return root;
    });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "calendar/01-january.yaml | BYMONTHDAY=4        | BYMONTHDAY=40       | : 'rule'",
        "calendar/01-january.yaml | tone: quiet         | tone: sad           | 'tone': expected one of [celebrate, inform, quiet, caution], found 'sad'",
        "calendar/01-january.yaml | id: brew-monday     | id: dry-january     | The id dry-january is used twice",
        "calendar/01-january.yaml | F-7.06              | F-9.99              | No fact has the id F-9.99",
        "calendar/01-january.yaml | #WorldBrailleDay    | #worldbrailleday    | Expected a hashtag with a capital",
        "calendar/01-january.yaml | angle:              | angel:              | Unknown key 'angel'",
        "calendar/01-january.yaml | set-each-year: true | days: 7             | YAML",
        "calendar/01-january.yaml | certain: false      | certain: true       | 'certain': expected false with set-each-year",
        "calendar/01-january.yaml | 01-16               | 01-41               | 'window': expected its first and last day",
        "calendar/answers.yaml    | {usually},          | {sometimes},        | Nothing is known to fill {sometimes}",
        "calendar/answers.yaml    | for: [caution]      | for: [careful]      | found 'careful'",
        "posts/awareness.yaml     | {places}            | {palaces}           | 'placeholders': expected the words in braces",
        "posts/awareness.yaml     | max: 40}            | max: 400}           | characters with every placeholder at its max",
        "posts/awareness.yaml     | day/international-nurses-day | day/nurses | no day has the id nurses",
        "posts/awareness.yaml     | kind: post          | kind: poem          | 'kind': expected one of [post, comment, share]",
        "networks/comms.yaml      | active: current     | active: alive       | 'active': expected one of",
        "networks/comms.yaml      | certainty: source   | certainty: verify   | 'certainty': expected source",
        "networks/comms.yaml      | https://nhsconfed   | javascript:nhsconfed | 'address': expected a web address",
        "networks/comms.yaml      | 2026-11-22          | last week           | 'checked': expected a date",
        "stages/1-listener.yaml   | minutes: 20         | minutes: 200        | 'minutes': expected a whole number from 1 to 60",
        "stages/1-listener.yaml   | week: 2             | week: 22            | 'plan': expected weeks from 1 without gaps",
        "stages/roles.yaml        | position: chair     | position: king      | Expected an entry for chair",
        "stages/self-assessment.yaml | to: 4            | to: 5               | 'places': expected stage 1 from 6",
        "situations.yaml          | id: new-role        | id: old-role        | No post is for the situation old-role",
        "always-check.yaml        | guidance: post-alt-text | guidance: gone  | No section has the id gone",
      })
  void aMistakeIsNamedWithWhatWasExpected(String file, String right, String wrong, String expected)
      throws IOException {
    replace(file, right, wrong);

    assertThat(problems())
        .anySatisfy(
            problem -> assertThat(problem).startsWith("library/" + file).contains(expected));
  }

  @Test
  void aMistakeIsNamedAtTheLineOfItsEntry() throws IOException {
    replace(JANUARY, "F-7.08", "F-9.98");

    assertThat(problems()).containsExactly("library/" + JANUARY + ":37: No fact has the id F-9.98");
  }

  @Test
  void mistakesInAllKindsAreToldAtOnce() throws IOException {
    replace(JANUARY, "F-7.06", "F-9.99");
    replace(AWARENESS, "kind: post", "kind: poem");
    replace(COMMS, "active: current", "active: alive");
    replace(LISTENER, "minutes: 20", "minutes: 200");

    assertThat(problems()).hasSizeGreaterThanOrEqualTo(4);
  }

  @Test
  void aPictureWithoutWordsForItIsRefused() throws IOException {
    replace("posts/visits.yaml", "alt-text:", "organiser:");

    assertThat(problems()).anyMatch(problem -> problem.contains("both photo and alt-text"));
  }

  @Test
  void aFileThatNobodyReadsIsNamed() throws IOException {
    Files.writeString(root.resolve("library/awards.yaml"), "- id: best\n");

    assertThat(problems())
        .containsExactly("library/awards.yaml: No kind of entry has its place here");
  }

  @Test
  void aListThatIsNoneIsRefused() throws IOException {
    Files.writeString(root.resolve("library/" + COMMS), "id: one\n");

    assertThat(problems())
        .contains("library/" + COMMS + ":1: Expected a list of entries that start with '- '");
  }

  private List<String> problems() {
    ContentRefused refused =
        catchThrowableOfType(ContentRefused.class, () -> ContentReader.read(root));
    assertThat(refused).as("the content is refused").isNotNull();
    return refused.problems().stream().map(Problem::toString).toList();
  }

  private void replace(String file, String right, String wrong) throws IOException {
    Path path = root.resolve("library").resolve(file);
    String text = Files.readString(path);
    assertThat(text).contains(right);
    int at = text.indexOf(right);
    Files.writeString(path, text.substring(0, at) + wrong + text.substring(at + right.length()));
  }

  private static void copy(Path from, Path to) {
    try (var walk = Files.walk(from)) {
      for (Path path : walk.filter(Files::isRegularFile).toList()) {
        Path copy = to.resolve(from.relativize(path).toString());
        Files.createDirectories(copy.getParent());
        Files.copy(path, copy);
      }
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
