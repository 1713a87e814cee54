package org.rapport.knowledge.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.rapport.knowledge.ShippedGuidance;

/** What an editor would have to mend in the shipped guidance. */
class ShippedGuidanceReviewTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 6, 1);

  private final Review review = GuidanceReview.of(ShippedGuidance.content(), TODAY);

  @Test
  void nothingInItMustBeMended() {
    assertThat(review.remarks()).filteredOn(remark -> remark.kind().failing()).isEmpty();
  }

  @Test
  void nothingInItIsPastItsReviewDay() {
    assertThat(review.remarks()).extracting(Remark::kind).doesNotContain(Remark.Kind.REVIEW_DUE);
  }

  @Test
  void halfOfItReadsAtGradeEightOrLower() {
    assertThat(review.total("all").orElseThrow().median()).isLessThanOrEqualTo(8);
  }

  @Test
  void timeAloneBreaksNoBuild() {
    Review later = GuidanceReview.of(ShippedGuidance.content(), TODAY.plusYears(10));

    assertThat(later.remarks())
        .filteredOn(remark -> remark.kind() == Remark.Kind.REVIEW_DUE)
        .hasSize(
            ShippedGuidance.content().sections().size()
                + ShippedGuidance.content().library().networks().size());
    assertThat(later.failed()).isFalse();
  }
}
