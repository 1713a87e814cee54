package org.rapport.knowledge.review;

import java.util.Locale;

/**
 * One thing that an editor should look at.
 *
 * @param place {@code guidance/TOPIC/SLUG.md#SECTION}, or {@code facts#F-1.02}
 * @param words what was found, and what was expected
 */
public record Remark(Kind kind, String place, String words) {

  /** What sort of thing it is. */
  public enum Kind {
    /** No section uses a fact. */
    UNUSED_FACT(false),
    /** Fewer facts of a chapter are used than {@code review/coverage.txt} asks for. */
    COVERAGE(true),
    /** A section shows a number or date that none of its facts has. */
    UNFOUNDED_FIGURE(true),
    /** A section is past its review-by. It comes with time alone, so it breaks no build. */
    REVIEW_DUE(false),
    /** A section is too hard to read. */
    HARD_TO_READ(true),
    /** A word is spelt the American way. */
    AMERICAN_SPELLING(true);

    private final boolean failing;

    Kind(boolean failing) {
      this.failing = failing;
    }

    /** Whether guidance with such a remark must not be shipped. */
    public boolean failing() {
      return failing;
    }

    /** Its name for people and programs, such as {@code unused-fact}. */
    public String id() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  @Override
  public String toString() {
    return place + ": " + kind.id() + ": " + words;
  }
}
