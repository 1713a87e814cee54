package org.rapport.knowledge.library;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rapport.knowledge.Answer;
import org.rapport.knowledge.Question;
import org.rapport.knowledge.ShippedGuidance;

/** People ask for the days of the calendar, and for nothing that only sounds like one. */
class CalendarAnswersTest {
  @ParameterizedTest
  @CsvSource({
    "when is world patient safety day, day-world-patient-safety-day",
    "what hashtag goes with bowel cancer month, day-bowel-cancer-awareness-month",
    "ideas for healthcare science week, day-healthcare-science-week",
    "wishing staff well at ramadan, day-ramadan",
    "which day is the porters' one, day-estates-and-facilities-day",
    "how old is the nhs on its next birthday, day-nhs-birthday",
    "whats coming up in october, month-october",
    "when do new junior doctors start, day-resident-doctors-changeover",
  })
  void aQuestionForADayFindsIt(String question, String section) {
    assertThat(found(question).section()).isEqualTo(section);
  }

  @Test
  void aFixedDayIsToldWithItsNextDates() {
    assertThat(found("when is world patient safety day").shortAnswer())
        .startsWith("On 17 September every year: a Friday in 2027, a Sunday in 2028")
        .contains("#WorldPatientSafetyDay");
  }

  @Test
  void aDayOfTheWeekIsToldInWordsAndDates() {
    assertThat(found("when is brew monday").shortAnswer())
        .startsWith("The third Monday of January: 18 January 2027, 17 January 2028");
  }

  @Test
  void anAgeIsReckonedFromTheYearItBegan() {
    assertThat(found("how old is the nhs on its next birthday").shortAnswer())
        .contains("79 in 2027, 80 in 2028");
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026", "2027", "2028"})
  void aDateThatAnOrganiserSetsIsToldForNoYearToCome(String year) {
    assertThat(ShippedGuidance.content().library().calendar().days())
        .filteredOn(day -> !day.timing().isCertain())
        .filteredOn(day -> day.hashtags().stream().noneMatch(tag -> tag.contains("{year}")))
        .extracting(day -> page("day-" + day.id()).shortAnswer())
        .noneMatch(answer -> answer.contains(year));
  }

  @ParameterizedTest
  @ValueSource(strings = {"i lost my baby last week", "i was diagnosed with cancer today"})
  void distressComesBeforeADayThatSoundsLikeIt(String words) {
    assertThat(ask(words)).isInstanceOf(Answer.Urgent.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "symptoms of bowel cancer",
        "what time is the menopause clinic",
        "when is pay day in december",
        "whats on at the cinema in october",
      })
  void aQuestionForSomethingElseGetsNoDay(String question) {
    assertThat(ask(question)).isNotInstanceOf(Answer.Found.class);
  }

  private static CalendarPage page(String id) {
    return ShippedGuidance.content().library().calendar().page(id).orElseThrow();
  }

  private static Answer.Found found(String question) {
    assertThat(ask(question)).isInstanceOf(Answer.Found.class);
    return (Answer.Found) ask(question);
  }

  private static Answer ask(String question) {
    return ShippedGuidance.knowledge().ask(new Question(question));
  }
}
