package org.rapport.knowledge.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rapport.knowledge.content.ShippedContent;

/** What is read as plain YAML means just what it means to a parser of all YAML. */
class PlainYamlTest {
  private static final Pattern BLOCK =
      Pattern.compile("(?s)(?:^---|```yaml)\n(.*?)\n(?:---|```)\n");

  /** Pieces that lines of such a form are made of, and what breaks the form. */
  private static final List<String> PIECES =
      List.of(
          "a",
          "b",
          "id",
          "facts",
          ":",
          ": ",
          " ",
          "  ",
          "\n",
          "\n  - ",
          "\n  -",
          "\n- ",
          "[",
          "]",
          ", ",
          ",",
          "\"",
          "'",
          "\\",
          "#",
          " #",
          "-",
          "?",
          "!",
          "&",
          "*",
          "|",
          ">",
          "%",
          "@",
          "`",
          "{",
          "}",
          "~",
          "true",
          "null",
          "yes",
          "0",
          "007",
          "-1",
          "12",
          "1.5",
          "1e3",
          "0x1",
          ".5",
          ".inf",
          "2027-05-31",
          "F-1.01",
          "it's",
          "say \"so\"",
          "\t",
          "\r",
          "\u00a0",
          "\u0085",
          "\u2028",
          "\ufeff",
          "\ud83d\ude00",
          "\u2019",
          "---",
          "...",
          "<<");

  @Test
  void everyBlockOfTheShippedGuidanceIsReadThisWayOrNeedsMore() {
    List<String> blocks = ShippedContent.from(PlainYamlTest::blocks);

    assertThat(blocks).hasSizeGreaterThan(300).allSatisfy(PlainYamlTest::meansTheSame);
    assertThat(blocks.stream().filter(block -> PlainYaml.map(block).isPresent()).count())
        .isGreaterThan(blocks.size() * 9L / 10);
  }

  @Test
  void mapsOfTextNumbersAndListsAreRead() {
    String text =
        """
        id: thank-staff
        review-by: 2027-05-31
        title: "What is it: a plan?"
        owner: 'The board''s'
        stages: [0, 1,2]
        """;
    assertThat(PlainYaml.map(text)).isEmpty();
    assertThat(PlainYaml.map(text.replace("''", "")))
        .contains(
            Map.of(
                "id", "thank-staff",
                "review-by", "2027-05-31",
                "title", "What is it: a plan?",
                "owner", "The boards",
                "stages", List.of(0, 1, 2)));
    assertThat(PlainYaml.map("questions:\n  - who's he\n  - \"yes\"\nid: a\n"))
        .contains(Map.of("questions", List.of("who's he", "yes"), "id", "a"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "a",
        "a:",
        "a: b: c",
        "a: b #c",
        "a: b\n  c",
        "a: [b",
        "a: &b c",
        "a: b\na: c",
        "a: yes",
        "a: null",
        "a:\n- b",
        "a:\n  - b\n    c",
        "a:\n  - - b",
        "a: \"b\\n\"",
        "a: 007",
        "a: |\n  b",
        " a: b",
        "a: b\n\n  - c",
        "a: b\t",
        "a: b\u2028c"
      })
  void whatIsNotOfThisFormIsLeft(String text) {
    assertThat(PlainYaml.map(text)).isEmpty();
  }

  @Property(tries = 20_000)
  void anyTextMeansTheSame(@ForAll("texts") String text) {
    meansTheSame(text);
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.of(PIECES).list().ofMaxSize(14).map(pieces -> String.join("", pieces));
  }

  @Property(tries = 5_000)
  void anyLineMeansTheSame(@ForAll("values") String value, @ForAll("values") String other) {
    meansTheSame("id: " + value);
    meansTheSame("id: " + value + "\nowner: " + other + "\n");
    meansTheSame("id:\n  - " + value + "\n  - " + other);
    meansTheSame("id: [" + value + ", " + other + "]");
    meansTheSame("id: \"" + value + "\"");
    meansTheSame("id: '" + value + "'\n");
  }

  @Provide
  Arbitrary<String> values() {
    return Arbitraries.of(PIECES).list().ofMaxSize(5).map(pieces -> String.join("", pieces));
  }

  private static void meansTheSame(String text) {
    Optional<Map<String, Object>> plain = PlainYaml.map(text);
    if (plain.isPresent()) {
      Problems problems = new Problems();
      Optional<Map<?, ?>> whole = new YamlText(text, "a.md", 1, problems).parsed();
      assertThat(problems.all()).as(text).isEmpty();
      assertThat(whole).as(text).get().isEqualTo(plain.get());
    }
  }

  private static List<String> blocks(Path content) {
    List<String> blocks = new ArrayList<>();
    try (Stream<Path> walk = Files.walk(content.resolve("guidance"))) {
      for (Path file : walk.filter(Files::isRegularFile).toList()) {
        BLOCK
            .matcher(Files.readString(file))
            .results()
            .forEach(block -> blocks.add(block.group(1)));
      }
    } catch (java.io.IOException broken) {
      throw new java.io.UncheckedIOException(broken);
    }
    return blocks;
  }
}
