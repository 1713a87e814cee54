package org.rapport.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What leans on earlier questions is read in their light; what stands on its own is not. */
class FollowUpQuestionTest {
  @ParameterizedTest
  @CsvSource({
    "how long can a bio be on linkedin, and on X?, start-bio-length",
    "what should a chief executive post about, what about my chair?, next-role-chair",
    "does views my own protect me, why not?, start-views-my-own",
    "how do I get verified on linkedin, does it cost anything?, start-linkedin-verification",
    "how do I introduce myself in a first post, give me an example, post-introduce-yourself"
  })
  void aFollowUpFindsWhatItIsAbout(String before, String then, String section) {
    assertThat(ask(then, before))
        .isInstanceOfSatisfying(
            Answer.Found.class, found -> assertThat(found.section()).isEqualTo(section));
  }

  @Test
  void aFollowUpMayLeanOnAnother() {
    assertThat(ask("and Instagram?", "how many characters do I get on X", "and on LinkedIn?"))
        .isInstanceOfSatisfying(
            Answer.Found.class,
            found ->
                assertThat(found.section())
                    .isIn("post-limits-instagram", "post-length-by-platform"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "what is the pre-election period",
        "can I post a photo of my team",
        "and how do I set up two-step verification on my account",
        "is it ok to use emoji",
        "someone is impersonating me, how do I report them",
        "what is the capital of mongolia"
      })
  void aQuestionThatStandsOnItsOwnIsAnsweredAsIfItCameFirst(String question) {
    assertThat(ask(question, "can I use WhatsApp for work")).isEqualTo(ask(question));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "I can't do this any more",
        "they'd all be better off without me",
        "he says he is going to kill himself"
      })
  void distressIsHeardThoughItsWordsPointBack(String words) {
    assertThat(ask(words, "how many hashtags should I use")).isInstanceOf(Answer.Urgent.class);
  }

  private static Answer ask(String question, String... earlier) {
    return ShippedGuidance.knowledge().ask(new Question(question, List.of(earlier)));
  }
}
