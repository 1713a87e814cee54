package org.rapport.knowledge;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Looks for words that break the way from a question to an answer, guided by coverage. In the build
 * it runs only over golden questions and what broke something once (in the resources folder of its
 * name). Ten minutes of searching, from the repository's root: {@code JAZZER_FUZZ=1 mvn -pl
 * knowledge test -Dtest=AskFuzzTest -Djazzer.hooks=true}.
 */
class AskFuzzTest {
  private static final int LONG = 10_000;

  /** Golden questions after a byte that says how the others are read. */
  static Stream<byte[]> questions() {
    return AskTrial.questions(20).stream()
        .map(words -> ("\0" + words).getBytes(StandardCharsets.UTF_8));
  }

  @MethodSource("questions")
  @FuzzTest(maxDuration = "10m")
  @Timeout(value = 15, unit = TimeUnit.MINUTES)
  void anyWordsEndInAnAnswer(byte[] bytes) {
    if (bytes != null && bytes.length > 0) {
      AskTrial.of(words(bytes[0], Arrays.copyOfRange(bytes, 1, bytes.length)));
    }
  }

  /** UTF-8, or UTF-16 with its halves of characters; once, or again and again. */
  private static String words(byte form, byte[] bytes) {
    boolean isUtf8 = (form & 1) == 0;
    String words = isUtf8 ? new String(bytes, StandardCharsets.UTF_8) : units(bytes);
    return (form & 2) == 0 || words.isEmpty()
        ? words
        : words.repeat(LONG / words.length() + 1).substring(0, LONG);
  }

  /** As they come: a decoder would mend what is broken. */
  private static String units(byte[] bytes) {
    StringBuilder units = new StringBuilder(bytes.length / 2);
    for (int i = 0; i + 1 < bytes.length; i += 2) {
      units.append((char) (((bytes[i] & 0xff) << 8) | (bytes[i + 1] & 0xff)));
    }
    return units.toString();
  }
}
