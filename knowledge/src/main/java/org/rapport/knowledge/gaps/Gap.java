package org.rapport.knowledge.gaps;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.rapport.knowledge.Passage;

/**
 * Questions that ask alike and were not answered well; one new section might answer them all.
 *
 * @param asked how many there are
 * @param unanswered how many of them got no answer
 * @param ratedWrong how many of them got an answer that the asker said was wrong
 * @param title the wording nearest to the middle of them
 * @param otherWordings at most three, those asked most often first
 * @param nearest the section of the guidance that comes nearest to the title
 * @param first the day on which the first of them was asked
 * @param last the day on which the last of them was asked
 */
public record Gap(
    int asked,
    int unanswered,
    int ratedWrong,
    String title,
    List<String> otherWordings,
    Optional<Passage> nearest,
    LocalDate first,
    LocalDate last) {

  public Gap {
    otherWordings = List.copyOf(otherWordings);
  }
}
