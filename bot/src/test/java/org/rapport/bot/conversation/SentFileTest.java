package org.rapport.bot.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SentFileTest {
  @Test
  void itIsPartedBetweenLines() {
    assertThat(new SentFile("a.txt", "one\ntwo\nthree\n").parts(8))
        .containsExactly("one\ntwo\n", "three\n");
  }

  @Test
  void aLineThatIsTooLongIsPartedBetweenWordsAndNothingIsLost() {
    assertThat(new SentFile("a.txt", "a\nbbb ccc ddd eee\nf").parts(10))
        .containsExactly("a\nbbb ccc\n", "ddd eee\nf\n");
    assertThat(new SentFile("a.txt", "b".repeat(20)).parts(10))
        .containsExactly("b".repeat(9) + "\n", "b".repeat(9) + "\n", "bb\n");
  }
}
