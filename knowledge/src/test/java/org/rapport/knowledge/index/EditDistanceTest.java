package org.rapport.knowledge.index;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EditDistanceTest {
  @ParameterizedTest
  @CsvSource({
    "linkedin, linkedin, 0",
    "linkedn, linkedin, 1",
    "linkeddin, linkedin, 1",
    "linkadin, linkedin, 1",
    "likned, linked, 1",
    "hastag, hashtags, 2",
    "purdha, purdah, 1",
    "tweet, post, 3",
    "a, anything, 3"
  })
  void lettersPutInLeftOutChangedAndSwappedAreCountedUpToTheMost(String a, String b, int edits) {
    assertThat(EditDistance.within(2, a, b)).isEqualTo(edits);
    assertThat(EditDistance.within(2, b, a)).isEqualTo(edits);
  }
}
