package org.rapport.knowledge.gaps;

import java.time.LocalDate;

/**
 * A question that the guidance did not answer well.
 *
 * @param words what was asked
 * @param unanswered whether it got no answer
 * @param ratedWrong whether the asker said that the answer was wrong
 * @param day when it was asked
 */
public record Missed(String words, boolean unanswered, boolean ratedWrong, LocalDate day) {}
