package org.rapport.knowledge.upload;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Parts a long text where it hurts least: between paragraphs, lines, sentences, words. */
final class Parts {
  /** Characters beyond which a word counts as several; English words have 6 with the blank. */
  private static final int LONG_WORD = 12;

  private static final Pattern LINE_ENDS = Pattern.compile("\n");
  private static final Pattern SENTENCE_ENDS =
      Pattern.compile("(?<=[.!?])\\s+(?=[\\p{Lu}\\d“\"'(])");
  private static final Pattern BLANKS = Pattern.compile("\\s+");

  private final int mostWords;
  private final List<String> parts = new ArrayList<>();
  private final StringBuilder part = new StringBuilder();
  private int words;

  private Parts(int mostWords) {
    this.mostWords = mostWords;
  }

  /** Parts of at most {@code mostWords} words, made of whole paragraphs as far as these fit. */
  static List<String> of(List<String> paragraphs, int mostWords) {
    Parts parts = new Parts(mostWords);
    paragraphs.forEach(paragraph -> parts.add(paragraph, "\n\n"));
    parts.close();
    return parts.parts;
  }

  private void add(String text, String before) {
    int more = weight(text);
    if (more > mostWords) {
      addPieces(text, before);
      return;
    }
    if (words + more > mostWords) {
      close();
    }
    part.append(part.isEmpty() ? "" : before).append(text);
    words += more;
  }

  /** Words; writing without blanks between words, and what is no writing, count by their length. */
  private static int weight(String text) {
    return Math.max(Text.words(text), text.length() / LONG_WORD);
  }

  private void addPieces(String text, String before) {
    String[] lines = LINE_ENDS.split(text);
    String[] sentences = SENTENCE_ENDS.split(text);
    if (lines.length > 1) {
      addAll(lines, before, "\n");
    } else if (sentences.length > 1) {
      addAll(sentences, before, " ");
    } else if (BLANKS.matcher(text).find()) {
      addAll(BLANKS.split(text), before, " ");
    } else {
      addAll(stretches(text), before, "");
    }
  }

  private void addAll(String[] pieces, String before, String between) {
    String glue = before;
    for (String piece : pieces) {
      add(piece, glue);
      glue = between;
    }
  }

  private String[] stretches(String text) {
    List<String> stretches = new ArrayList<>();
    String rest = text;
    while (!rest.isEmpty()) {
      String stretch = Text.start(rest, mostWords * LONG_WORD);
      stretches.add(stretch);
      rest = rest.substring(stretch.length());
    }
    return stretches.toArray(String[]::new);
  }

  private void close() {
    if (!part.isEmpty()) {
      parts.add(part.toString());
      part.setLength(0);
      words = 0;
    }
  }
}
