package org.rapport.bot.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Long texts in parts of which none ends inside a word. */
class CutTest {
  @Test
  void aTextIsPartedBetweenWordsWithNothingLost() {
    Text text =
        new Text(
            List.of(
                new Text.Plain("one two "),
                new Text.Bold("three four"),
                new Text.Link(" five six", URI.create("https://example.org"))));

    assertThat(Cut.parts(text, 9).stream().map(Text::words))
        .containsExactly("one two ", "three", "four five", "six");
    assertThat(Cut.parts(text, 9).get(2).spans())
        .containsExactly(
            new Text.Bold("four"), new Text.Link(" five", URI.create("https://example.org")));
  }

  @Test
  void aWordThatIsTooLongIsPartedBetweenCharacters() {
    assertThat(Cut.parts(Text.plain("👩👩👩👩👩"), 5).stream().map(Text::words))
        .containsExactly("👩👩", "👩👩", "👩");
    assertThat(Cut.parts(Text.plain("a 👩🏽‍⚕️👩🏽‍⚕️"), 8).stream().map(Text::words))
        .containsExactly("a", "👩🏽‍⚕️", "👩🏽‍⚕️");
  }

  @Test
  void aShortTextIsOnePart() {
    assertThat(Cut.parts(Text.plain("short"), 100)).containsExactly(Text.plain("short"));
    assertThat(Cut.parts(Text.plain(" "), 100)).isEmpty();
  }
}
