package org.rapport.knowledge.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterContainer;
import org.rapport.knowledge.content.ContentTrial.Kind;

/** Whatever is in a file, the outcome is content or problems: no other exception, and an end. */
class ContentPropertyTest {
  private static final ContentTrial TRIAL = new ContentTrial();

  /** What has a meaning in one of the forms. */
  private static final List<String> TOKENS =
      List.of(
          "---\n",
          "```yaml\n",
          "```\n",
          "## ",
          "### How\n",
          "### ",
          "1. ",
          "- ",
          "> ",
          "\n",
          "\t",
          "\n\n",
          ": ",
          "[",
          "]",
          "{",
          "}",
          "&a ",
          "*a",
          "!!int ",
          "!!binary ",
          "? ",
          "| ",
          "|\n",
          ">-\n",
          "\"",
          "'",
          "\\",
          "\"\\ud800\"",
          "\"\\n\"",
          "<<: ",
          "#",
          "id: ",
          "=",
          ",",
          "\r",
          "\u2028",
          "\ufeff",
          "\u0000",
          "<b>",
          "![",
          "](",
          "2027-05-31",
          "F-1.01",
          "0x",
          "~",
          "%YAML 1.2\n",
          "...\n",
          "@",
          "`",
          "    ",
          "* * *\n",
          "===\n",
          "[a]: b\n",
          "&amp;",
          "\u00a0");

  @Provide
  Arbitrary<Kind> kind() {
    return Arbitraries.of(Kind.values());
  }

  @Provide
  Arbitrary<String> tokens() {
    return Arbitraries.of(TOKENS).list().ofMaxSize(12).map(parts -> String.join("", parts));
  }

  @AfterContainer
  static void clear() throws IOException {
    TRIAL.clear();
  }

  @Property(seed = "1", tries = 5)
  void aGoodFileIsContent(@ForAll("kind") Kind kind) {
    assertThat(TRIAL.of(kind, kind.good())).isPresent();
  }

  @Property(seed = "1", tries = 300)
  void randomBytes(@ForAll("kind") Kind kind, @ForAll byte[] bytes) {
    TRIAL.of(kind, bytes);
  }

  @Property(seed = "1", tries = 300)
  void truncatedFiles(@ForAll("kind") Kind kind, @ForAll @IntRange(max = 999) int at) {
    TRIAL.of(kind, Arrays.copyOf(kind.good(), kind.good().length * at / 1_000));
  }

  @Property(seed = "1", tries = 1_000)
  void filesWithFlippedBits(
      @ForAll("kind") Kind kind,
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 10) int flips) {
    byte[] flipped = kind.good();
    Random random = new Random(seed);
    for (int i = 0; i < flips; i++) {
      flipped[random.nextInt(flipped.length)] ^= (byte) (1 << random.nextInt(7));
    }
    TRIAL.of(kind, flipped);
  }

  @Property(seed = "1", tries = 2_000)
  void filesWithTokensInTheWrongPlace(
      @ForAll("kind") Kind kind,
      @ForAll("tokens") String tokens,
      @ForAll @IntRange(max = 1_000) int at,
      @ForAll @IntRange(max = 20) int lost) {
    String good = new String(kind.good(), StandardCharsets.UTF_8);
    int from = good.length() * at / 1_000;
    int to = Math.min(good.length(), from + lost);
    TRIAL.of(
        kind,
        (good.substring(0, from) + tokens + good.substring(to)).getBytes(StandardCharsets.UTF_8));
  }

  @Property(seed = "1", tries = 300)
  void muchOfTheSame(
      @ForAll("kind") Kind kind,
      @ForAll("tokens") String tokens,
      @ForAll @IntRange(max = 1_000) int at) {
    String good = new String(kind.good(), StandardCharsets.UTF_8);
    int from = good.length() * at / 1_000;
    String much = tokens.repeat(20_000 / Math.max(1, tokens.length()));
    TRIAL.of(
        kind,
        (good.substring(0, from) + much + good.substring(from)).getBytes(StandardCharsets.UTF_8));
  }
}
