package org.rapport.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is typed gets an answer of some kind, never an exception. */
class HostileQuestionTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "   ",
        "?",
        "\ud83d\ude00\ud83d\ude00\ud83d\ude00",
        "\u0000\u0001\u0002",
        "body:* AND (title:[a TO z] OR \"",
        "+-&&||!(){}[]^\"~*?:\\/",
        "a~2 b^9999999999",
        "<script>alert('x')</script>",
        "\u202eshould i tweet\u202c",
        "\u05d4\u05d0\u05dd \u05dc\u05e6\u05d9\u05d9\u05e5?",
        "\ud800 lone surrogate",
        "'; drop table question; --",
        "{{constructor.constructor('return 1')()}}",
        "../../../../etc/passwd",
      })
  void anythingGetsAReply(String words) {
    assertThat(ShippedGuidance.knowledge().ask(new Question(words))).isNotNull();
  }

  @ParameterizedTest
  @ValueSource(ints = {2_000, 10_000, 1_000_000})
  void aVeryLongQuestionIsReadAsFarAsTheLimit(int length) {
    String words = "should i be on linkedin ".repeat(length / 24 + 1).substring(0, length);
    assertThat(ShippedGuidance.knowledge().ask(new Question(words))).isNotNull();
  }
}
