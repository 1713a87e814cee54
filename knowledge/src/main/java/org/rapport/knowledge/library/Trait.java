package org.rapport.knowledge.library;

import java.util.HashSet;
import java.util.Set;
import org.rapport.knowledge.reading.Yaml;

/** What a line of the calendar's answers may be for. */
final class Trait {
  private static final String FIXED = "fixed";
  private static final String SET_EACH_YEAR = "set-each-year";
  private static final String ONE_DAY = "one-day";
  private static final String WEEK = "week";
  private static final String MONTH = "month";
  private static final String WITH_ORGANISER = "with-organiser";
  private static final String WITHOUT_ORGANISER = "without-organiser";
  private static final String TAGGED = "tagged";
  private static final int DAYS_OF_A_WEEK = 7;

  private Trait() {}

  /** All that a line may name. */
  static Set<String> all() {
    Set<String> all =
        new HashSet<>(
            Set.of(
                FIXED,
                SET_EACH_YEAR,
                ONE_DAY,
                WEEK,
                MONTH,
                WITH_ORGANISER,
                WITHOUT_ORGANISER,
                TAGGED));
    for (Tone tone : Tone.values()) {
      all.add(Yaml.word(tone));
    }
    for (Subject subject : Subject.values()) {
      all.add(Yaml.word(subject));
    }
    return all;
  }

  /** Those of a day. */
  static Set<String> of(AwarenessDay day) {
    Set<String> traits = new HashSet<>();
    traits.add(Yaml.word(day.tone()));
    traits.add(Yaml.word(day.subject()));
    traits.add(day.organiser().isPresent() ? WITH_ORGANISER : WITHOUT_ORGANISER);
    if (!day.hashtags().isEmpty()) {
      traits.add(TAGGED);
    }
    switch (day.timing()) {
      case Timing.Fixed fixed -> {
        traits.add(FIXED);
        traits.add(ofLength(fixed.length()));
      }
      case Timing.SetEachYear set -> {
        traits.add(SET_EACH_YEAR);
        set.length().ifPresent(length -> traits.add(ofLength(length)));
      }
    }
    return traits;
  }

  private static String ofLength(Length length) {
    return switch (length) {
      case Length.Days(int number) when number == 1 -> ONE_DAY;
      case Length.Days(int number) when number <= DAYS_OF_A_WEEK -> WEEK;
      case Length.Days _, Length.RestOfMonth() -> MONTH;
    };
  }
}
