package org.rapport.knowledge.review;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FiguresTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2,000 of them | 2000",
        "two thousand of them | 2000",
        "a hundred and fifty | 150",
        "twenty-one trusts | 21",
        "two dozen | 24",
        "2.7 billion posts | 2700000000",
        "£3m | 3000000",
        "66.9% of adults | 66.9%",
        "30 per cent | 30%",
        "five per cent | 5%",
        "at 8:30pm | 8.3",
        "level 4.2.3 | 4.2.3",
        "on 30 January | 30 january",
        "on 1st Feb | 1 february",
        "on March 7 | 7 march",
        "in September | september",
        "by May | may",
        "May 2024 | may,2024",
        "2026-27 | 2026,27",
        "9 to 5 | 9,5",
        "two of 2 | 2",
      })
  void aFigureHasOneFormHoweverItIsWritten(String text, String forms) {
    assertThat(Figures.toBeFounded(text).keySet()).containsExactly(forms.strip().split(","));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "take two minutes",
        "one in ten",
        "May I ask?",
        "March on",
        "Proud2bOps and Q1",
        "see https://example.org/2024/7 or {3 examples}",
        "nobody often fortune",
      })
  void proseNamesAndAddressesShowNone(String text) {
    assertThat(Figures.toBeFounded(text)).isEmpty();
  }
}
