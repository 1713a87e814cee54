package org.rapport.knowledge.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SyllablesTest {
  private final Syllables syllables = new Syllables(WordLists.numbers("syllables.txt"));

  @ParameterizedTest
  @CsvSource({
    "post, 1",
    "the, 1",
    "shared, 1",
    "called, 1",
    "makes, 1",
    "rules, 1",
    "don't, 1",
    "table, 2",
    "posted, 2",
    "handled, 2",
    "causes, 2",
    "watches, 2",
    "statement, 2",
    "careful, 2",
    "quiet, 2",
    "being, 2",
    "didn't, 2",
    "people, 2",
    "someone, 2",
    "centre, 2",
    "media, 3",
    "video, 3",
    "usual, 3",
    "racism, 3",
    "social, 2",
    "action, 2",
    "region, 2",
    "organise, 3",
    "Organisation's, 5",
    "society, 4",
    "confidentiality, 7",
    "hmm, 1",
  })
  void aWordHasAsManyAsAreSaid(String word, int expected) {
    assertThat(syllables.in(word)).isEqualTo(expected);
  }

  @Test
  void everyExceptionDiffersFromTheRule() {
    Syllables rule = new Syllables(Map.of());

    assertThat(WordLists.numbers("syllables.txt").entrySet())
        .filteredOn(entry -> entry.getKey().equals(entry.getKey().toLowerCase(Locale.ROOT)))
        .allSatisfy(entry -> assertThat(rule.in(entry.getKey())).isNotEqualTo(entry.getValue()));
  }
}
