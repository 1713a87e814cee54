package org.rapport.bot.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.rapport.knowledge.content.Content;

/** The fixed questions that are asked, one a line. */
enum QuestionFile {
  /** Asked before anything is measured, so that nothing measured was asked before. */
  WARM_UP("warm-up"),
  /** No two alike. */
  DISTINCT("distinct"),
  /** Two in five repeat an earlier one in other words, case or spelling. */
  NEAR_REPEATS("near-repeats");

  static final int SIZE = 2_000;

  private static final String FOLDER = "bot/src/bench/resources/questions";

  private final String file;

  QuestionFile(String file) {
    this.file = file + ".txt";
  }

  static Path folder() {
    return Path.of(System.getProperty("rapport.home", "")).resolve(FOLDER);
  }

  Path path() {
    return folder().resolve(file);
  }

  List<String> read() throws IOException {
    return Files.readAllLines(path());
  }

  /**
   * Reads the questions and makes sure that they measure what they should.
   *
   * @throws IllegalStateException if a question stands in the guidance, or is not as the file says
   */
  List<String> checked(Content guidance) throws IOException {
    List<String> questions = read();
    Set<String> given = lines(guidance);
    questions.stream()
        .filter(question -> given.contains(folded(question)))
        .findFirst()
        .ifPresent(found -> refuse("\"" + found + "\" is a line of the guidance"));
    if (questions.size() != SIZE) {
      refuse("it has " + questions.size() + " questions instead of " + SIZE);
    }
    Set<String> different =
        questions.stream().map(QuestionFile::folded).collect(Collectors.toSet());
    if (this != NEAR_REPEATS && different.size() != SIZE) {
      refuse("only " + different.size() + " of its questions differ");
    }
    return questions;
  }

  /** The text without what case and punctuation add. */
  static String folded(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
  }

  /** Every title, question line and boundary example of the guidance, folded. */
  static Set<String> lines(Content guidance) {
    Set<String> lines = new HashSet<>();
    guidance.sections().stream()
        .flatMap(section -> Stream.concat(Stream.of(section.title()), section.questions().stream()))
        .forEach(line -> lines.add(folded(line)));
    guidance.boundaries().stream()
        .flatMap(
            boundary -> Stream.concat(boundary.examples().stream(), boundary.lookAlikes().stream()))
        .forEach(line -> lines.add(folded(line)));
    return lines;
  }

  private void refuse(String why) {
    throw new IllegalStateException(file + " cannot be used: " + why);
  }
}
