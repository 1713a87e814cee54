package org.rapport.knowledge.index;

import java.util.Locale;

/** Folds a text so that case, punctuation and spacing make no difference. */
public final class Folding {
  private Folding() {}

  /** The letters and digits of a text in lower case, words parted by one space. */
  public static String fold(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
  }
}
