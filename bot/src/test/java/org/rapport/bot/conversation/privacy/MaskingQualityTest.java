package org.rapport.bot.conversation.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How much personal data is found in questions as people type them, and how much else is hit. */
class MaskingQualityTest {
  private static final Set<String> OF_PEOPLE_AND_HEALTH =
      Set.of("held-back.jsonl", "examiners.jsonl");

  private static final Path CONTENT = Path.of("../knowledge/src/main/resources/content");

  @Test
  void theHundredStringsAreAHundred() {
    assertThat(texts("identifiers.txt", "names.txt", "mixed.txt")).hasSize(100);
    assertThat(texts("held-out.txt")).hasSize(40);
    assertThat(MarkedText.lines("harmless.txt")).hasSizeGreaterThanOrEqualTo(100);
  }

  @Test
  void everyFormattedIdentifierIsGone() {
    List<MarkedText> texts =
        texts("identifiers.txt", "names.txt", "mixed.txt", "more.txt", "held-out.txt");
    assertThat(missed(texts, false)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"names.txt", "mixed.txt", "more.txt", "held-out.txt"})
  void nineInTenNamesWithHealthDetailsAreGone(String file) {
    List<MarkedText> texts = MarkedText.file(file);
    long names =
        texts.stream().flatMap(text -> text.marks().stream()).filter(mark -> mark.isName()).count();
    assertThat(missed(texts, true)).hasSizeLessThanOrEqualTo((int) (names / 10));
  }

  @Test
  void mostTextsAreMaskedAndFewAreDropped() {
    List<MarkedText> texts =
        texts("identifiers.txt", "names.txt", "mixed.txt", "more.txt", "held-out.txt");
    assertThat(texts)
        .filteredOn(text -> PersonalData.find(text.words()).isDropped())
        .hasSizeLessThan(texts.size() / 5);
  }

  @Test
  void lookAlikesStayAsTheyAre() {
    assertThat(changed(MarkedText.lines("harmless.txt"))).hasSizeLessThanOrEqualTo(2);
  }

  @Test
  void atMostTwoInAHundredQuestionsWithoutPersonalDataAreChanged() throws IOException {
    Set<String> personal = new HashSet<>(MarkedText.lines("personal-questions.txt"));
    List<String> questions = new ArrayList<>();
    questions.addAll(goldenQuestions());
    questions.addAll(questionLines());
    questions.removeAll(personal);
    assertThat(questions).hasSizeGreaterThan(1000);
    assertThat(changed(questions)).hasSizeLessThan(questions.size() / 50);
  }

  private static List<MarkedText> texts(String... files) {
    return Stream.of(files).flatMap(file -> MarkedText.file(file).stream()).toList();
  }

  private static List<String> missed(List<MarkedText> texts, boolean names) {
    List<String> missed = new ArrayList<>();
    for (MarkedText text : texts) {
      String kept = PersonalData.mask(text.words());
      for (MarkedText.Mark mark : text.marks()) {
        if (mark.isName() == names && !mark.isGoneFrom(kept)) {
          missed.add(mark.text() + " in " + kept);
        }
      }
    }
    return missed;
  }

  private static List<String> changed(List<String> texts) {
    return texts.stream().filter(text -> !PersonalData.mask(text).equals(text)).toList();
  }

  /** Without two sets in which many ask about their own health or somebody by name. */
  private static List<String> goldenQuestions() throws IOException {
    ObjectMapper json = new ObjectMapper();
    List<String> questions = new ArrayList<>();
    for (Path file : files("golden", ".jsonl")) {
      if (OF_PEOPLE_AND_HEALTH.contains(file.getFileName().toString())) {
        continue;
      }
      for (String line : Files.readAllLines(file)) {
        JsonNode row = json.readTree(line);
        Stream.of("q", "first", "then")
            .filter(row::has)
            .forEach(each -> questions.add(row.path(each).asText()));
      }
    }
    return questions;
  }

  private static List<String> questionLines() throws IOException {
    List<String> questions = new ArrayList<>();
    for (Path file : files("guidance", ".md")) {
      Files.readAllLines(file).stream()
          .filter(line -> line.startsWith("  - "))
          .map(line -> line.substring(4))
          .forEach(questions::add);
    }
    return questions;
  }

  private static List<Path> files(String folder, String ending) throws IOException {
    try (Stream<Path> files = Files.walk(CONTENT.resolve(folder))) {
      return files.filter(file -> file.toString().endsWith(ending)).toList();
    }
  }
}
