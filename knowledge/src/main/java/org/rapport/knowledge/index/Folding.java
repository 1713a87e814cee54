package org.rapport.knowledge.index;

import java.util.Locale;
import java.util.regex.Pattern;

/** Folds a text so that case, punctuation and spacing make no difference. */
public final class Folding {
  private static final Pattern OTHERS = Pattern.compile("[^\\p{L}\\p{N}]+");

  private Folding() {}

  /** The letters and digits of a text in lower case, words parted by one space. */
  public static String fold(String text) {
    return OTHERS.matcher(text.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
  }
}
