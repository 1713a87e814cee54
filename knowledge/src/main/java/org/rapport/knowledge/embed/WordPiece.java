package org.rapport.knowledge.embed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * BERT's uncased WordPiece tokenizer: clean, lower-case, strip accents, split on spaces and
 * punctuation, then the longest known piece first (Devlin et al. 2019, section 3).
 */
final class WordPiece {
  private static final int LONGEST_WORD = 100;

  private final Map<String, Integer> pieces;
  private final int unknown;
  private final int start;
  private final int end;

  private WordPiece(Map<String, Integer> pieces) {
    this.pieces = pieces;
    this.unknown = id("[UNK]");
    this.start = id("[CLS]");
    this.end = id("[SEP]");
  }

  /** Reads the vocabulary of a Hugging Face {@code tokenizer.json}. */
  static WordPiece read(InputStream json) throws IOException {
    JsonNode vocabulary = new ObjectMapper().readTree(json).path("model").path("vocab");
    Map<String, Integer> pieces = HashMap.newHashMap(vocabulary.size());
    vocabulary.properties().forEach(entry -> pieces.put(entry.getKey(), entry.getValue().asInt()));
    return new WordPiece(pieces);
  }

  /**
   * The ids of a text, between the start and the end mark.
   *
   * @param most the most ids to return, marks included; what is over is cut
   */
  long[] ids(String text, int most) {
    long[] ids = new long[most];
    int count = 0;
    ids[count++] = start;
    String clean = clean(text);
    int at = 0;
    while (at < clean.length() && count < most - 1) {
      int codePoint = clean.codePointAt(at);
      if (isSpace(codePoint)) {
        at += Character.charCount(codePoint);
        continue;
      }
      int wordEnd = at + Character.charCount(codePoint);
      if (!standsAlone(codePoint)) {
        while (wordEnd < clean.length()) {
          int next = clean.codePointAt(wordEnd);
          if (isSpace(next) || standsAlone(next)) {
            break;
          }
          wordEnd += Character.charCount(next);
        }
      }
      count = addWord(clean.substring(at, wordEnd), ids, count, most - 1);
      at = wordEnd;
    }
    ids[count++] = end;
    return Arrays.copyOf(ids, count);
  }

  private int addWord(String word, long[] ids, int count, int limit) {
    if (word.length() > LONGEST_WORD) {
      ids[count] = unknown;
      return count + 1;
    }
    int wordStart = count;
    int from = 0;
    while (from < word.length() && count < limit) {
      int to = word.length();
      Integer piece = null;
      while (from < to && piece == null) {
        String part = word.substring(from, to);
        piece = pieces.get(from == 0 ? part : "##" + part);
        if (piece == null) {
          to--;
        }
      }
      if (piece == null) {
        ids[wordStart] = unknown;
        return wordStart + 1;
      }
      ids[count++] = piece;
      from = to;
    }
    return count;
  }

  private static String clean(String text) {
    String decomposed = Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFD);
    StringBuilder clean = new StringBuilder(decomposed.length());
    decomposed
        .codePoints()
        .filter(c -> c != 0 && c != 0xFFFD)
        .filter(c -> Character.getType(c) != Character.NON_SPACING_MARK)
        .filter(c -> isSpace(c) || !isControl(c))
        .forEach(clean::appendCodePoint);
    return clean.toString();
  }

  private static boolean isSpace(int codePoint) {
    return codePoint == '\t'
        || codePoint == '\n'
        || codePoint == '\r'
        || Character.getType(codePoint) == Character.SPACE_SEPARATOR;
  }

  private static boolean isControl(int codePoint) {
    int type = Character.getType(codePoint);
    return type == Character.CONTROL
        || type == Character.FORMAT
        || type == Character.PRIVATE_USE
        || type == Character.SURROGATE
        || type == Character.UNASSIGNED;
  }

  /** Punctuation and Chinese characters are words of their own. */
  private static boolean standsAlone(int codePoint) {
    if (codePoint < 128) {
      return !Character.isLetterOrDigit(codePoint) && codePoint > ' ';
    }
    return switch (Character.getType(codePoint)) {
      case Character.CONNECTOR_PUNCTUATION,
          Character.DASH_PUNCTUATION,
          Character.START_PUNCTUATION,
          Character.END_PUNCTUATION,
          Character.INITIAL_QUOTE_PUNCTUATION,
          Character.FINAL_QUOTE_PUNCTUATION,
          Character.OTHER_PUNCTUATION ->
          true;
      default ->
          Character.isIdeographic(codePoint)
              && Character.UnicodeScript.of(codePoint) == Character.UnicodeScript.HAN;
    };
  }

  private int id(String piece) {
    Integer id = pieces.get(piece);
    if (id == null) {
      throw new IllegalArgumentException("The vocabulary lacks " + piece);
    }
    return id;
  }
}
