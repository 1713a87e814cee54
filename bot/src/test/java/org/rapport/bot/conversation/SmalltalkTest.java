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
        "Hi Rapport, what can you do please",
        "hey there!"
      })
  void aGreetingIsACallForHelp(String text) {
    assertThat(Smalltalk.of(text)).isEqualTo(Smalltalk.HELP);
  }

  @ParameterizedTest
  @ValueSource(strings = {"who are you?", "Are you a bot", "hello, am I talking to a real person?"})
  void whoIsAskedOfIsTold(String text) {
    assertThat(Smalltalk.of(text)).isEqualTo(Smalltalk.ABOUT);
  }

  @ParameterizedTest
  @ValueSource(strings = {"who sees this", "Is this private?", "ok - can my boss see this??"})
  void whoSeesWhatIsAskedIsTold(String text) {
    assertThat(Smalltalk.of(text)).isEqualTo(Smalltalk.PRIVACY);
  }

  @ParameterizedTest
  @ValueSource(strings = {"كيف أبدأ", "как начать в linkedin", "如何开始"})
  void whatIsInAnotherScriptIsToldToBeForeign(String text) {
    assertThat(Smalltalk.of(text)).isEqualTo(Smalltalk.FOREIGN);
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
        "are you allowed to block a troll",
        "who can see this post if my account is private",
        "is this private group covered by FOI",
        "hi coach, who are my governors",
        "2"
      })
  void whatGoesOnIsAQuestion(String text) {
    assertThat(Smalltalk.of(text)).isEqualTo(Smalltalk.QUESTION);
  }
}
