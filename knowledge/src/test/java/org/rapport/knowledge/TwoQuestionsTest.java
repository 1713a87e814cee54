package org.rapport.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Two questions in one breath get both answers; one question with an "and" in it stays whole. */
class TwoQuestionsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "how many hashtags should I use and when does purdah start|post-hashtags|safe-pre-election-dates",
        "What should I put in my bio? Also, how often should I post?|start-bio|post-how-often",
        "what can I say about a strike - and how do I answer a journalist|hard-strike-what-to-say|hard-journalist"
      })
  void bothAreAnswered(String asked, String first, String second) {
    Answer.Found found = (Answer.Found) ask(asked);

    assertThat(found.section()).isEqualTo(first);
    assertThat(found.also().orElseThrow().section()).isEqualTo(second);
    assertThat(found.also().orElseThrow().citations()).isNotEmpty();
    assertThat(found.passages().stream().map(Passage::section).limit(2))
        .containsExactly(first, second);
    assertThat(found.passages()).hasSizeLessThanOrEqualTo(10);
  }

  @Test
  void theSecondMayLeanOnTheFirst() {
    Answer.Found found = (Answer.Found) ask("what is purdah and when does it start?");

    assertThat(found.also().orElseThrow().section()).isEqualTo("safe-pre-election-dates");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "can I post about trolls and strikes",
        "someone has been rude and abusive about our staff, what do I do",
        "how do I use plain words and short sentences",
        "what do I write in my bio and what should I write in my profile",
        "how many hashtags should I use and what is the capital of mongolia"
      })
  void whatIsOneQuestionGetsOneAnswer(String asked) {
    Answer answer = ask(asked);

    assertThat(answer instanceof Answer.Found found && found.also().isPresent()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "how often should I post and I want to kill myself",
        "how do I get more followers on linkedin and how do I end my life",
        "can I post about a strike? I feel suicidal",
        "how do I answer the trolls, they have been at me for weeks and I can't go on",
        "the comments about me are so bad that I have thought about ending it all, do I delete them"
      })
  void distressIsHeardBesideAQuestion(String asked) {
    assertThat(ask(asked)).isInstanceOf(Answer.Urgent.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "I'm a new chair, what should I post?",
        "I'm dying to know how to get more followers, I could scream",
        "I have 200 followers and I want to kill it on linkedin"
      })
  void whatPeopleSayOfThemselvesIsNotTakenForDistress(String asked) {
    assertThat(ask(asked)).isInstanceOf(Answer.Found.class);
  }

  @Test
  void aQuestionMayLeanOnBothOfTwo() {
    Answer answer =
        ShippedGuidance.knowledge()
            .ask(
                new Question(
                    "and on LinkedIn?",
                    List.of(
                        "how many characters do I get on X and when is the best time to post")));

    assertThat(answer).isInstanceOf(Answer.Found.class);
  }

  private static Answer ask(String question) {
    return ShippedGuidance.knowledge().ask(new Question(question));
  }
}
