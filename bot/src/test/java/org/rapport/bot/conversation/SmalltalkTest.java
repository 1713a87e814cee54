package org.rapport.bot.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SmalltalkTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "help",
        "HELP!",
        "  Hi  ",
        "hello...",
        "Good morning 👋",
        "What can you do?",
        "who are you"
      })
  void aGreetingIsACallForHelp(String text) {
    assertThat(Smalltalk.of(text)).isEqualTo(Smalltalk.HELP);
  }

  @ParameterizedTest
  @ValueSource(strings = {"thanks", "Thank you!", "that's great, thanks", "That’s helpful.", "ok"})
  void thanksAreThanks(String text) {
    assertThat(Smalltalk.of(text)).isEqualTo(Smalltalk.THANKS);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "   ", "?!", "🎉👩🏽‍⚕️", "\u202E\u200B", "---"})
  void nothingToReadIsEmpty(String text) {
    assertThat(Smalltalk.of(text)).isEqualTo(Smalltalk.EMPTY);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "hi, how do I start on LinkedIn?",
        "help me write a post",
        "thanks, and how often?",
        "what can you do about trolls",
        "كيف أبدأ",
        "2"
      })
  void whatGoesOnIsAQuestion(String text) {
    assertThat(Smalltalk.of(text)).isEqualTo(Smalltalk.QUESTION);
  }
}
