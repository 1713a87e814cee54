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
  void onlyALineThatIsTooLongIsCut() {
    assertThat(new SentFile("a.txt", "a\n" + "b".repeat(20) + "\nc").parts(10))
        .containsExactly("a\n", "b".repeat(9) + "\n", "c\n");
  }
}
