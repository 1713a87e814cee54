package org.rapport.knowledge.ask;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Text-speak is read as words, and what only looks like it is left alone. */
class ShorthandTest {
  private final Shorthand shorthand =
      new Shorthand(
          Map.of(
              "wot",
              "what",
              "w/",
              "with",
              "tik tok",
              "tiktok",
              "slagged off",
              "criticised",
              "2",
              "to",
              "u",
              "you"));

  @Test
  void shortFormsAreSpeltOut() {
    assertThat(shorthand.spelledOut("Wot do I do w/ a post on Tik Tok?"))
        .isEqualTo("what do I do with a post on tiktok?");
  }

  @Test
  void aFormOfOneCharacterIsReadBesideALongerOne() {
    assertThat(shorthand.spelledOut("wot do u want 2 know")).isEqualTo("what do you want to know");
  }

  @ParameterizedTest
  @ValueSource(strings = {"2 tips for posts", "a plan u", "wots", "@wot", "#wot", "wot's", ""})
  void whatOnlyLooksLikeItIsLeftAlone(String text) {
    assertThat(shorthand.spelledOut(text)).isEqualTo(text);
  }

  @Test
  void withoutAnyListNothingChanges() {
    assertThat(new Shorthand(Map.of()).spelledOut("wot now")).isEqualTo("wot now");
  }
}
