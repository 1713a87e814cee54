package org.rapport.knowledge.review;

/**
 * What the reading grade of a text is computed from, as {@link ReadingLevel} counts it.
 *
 * @param words how many words
 * @param sentences how many sentences
 * @param syllables how many syllables
 */
public record Readability(int words, int sentences, int syllables) {

  /**
   * The Flesch-Kincaid grade, in school years of the United States: 0.39 words a sentence + 11.8
   * syllables a word - 15.59. Source: Kincaid, Fishburne, Rogers and Chissom, "Derivation of new
   * readability formulas for Navy enlisted personnel", Research Branch Report 8-75, Naval Technical
   * Training Command, 1975. The text must have a word.
   */
  public double grade() {
    return 0.39 * words / sentences + 11.8 * syllables / words - 15.59;
  }

  Readability plus(Readability other) {
    return new Readability(
        words + other.words, sentences + other.sentences, syllables + other.syllables);
  }
}
