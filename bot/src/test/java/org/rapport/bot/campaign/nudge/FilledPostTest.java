package org.rapport.bot.campaign.nudge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rapport.knowledge.library.Platform;

/** The way of a suggested post to the platform. */
class FilledPostTest {
  @Test
  void whatIsPutInStandsInPlaceOfTheBracesAndNothingElseIs() {
    String words = "Thank you {names} at {site}. {names}, take a rest.";
    assertThat(FilledPost.placeholders(words)).containsExactly("names", "site");
    assertThat(FilledPost.of(words, Map.of("names", "$1 {site} \\")))
        .isEqualTo("Thank you $1 {site} \\ at {site}. $1 {site} \\, take a rest.");
  }

  @ParameterizedTest
  @CsvSource({
    "LINKEDIN, https://www.linkedin.com/feed/?shareActive=true&text=",
    "X, https://x.com/intent/post?text=",
    "BLUESKY, https://bsky.app/intent/compose?text=",
    "THREADS, https://www.threads.com/intent/post?text=",
  })
  void aPlatformOpensWithTheWordsFilledIn(Platform platform, String address) {
    assertThat(OpenPlatform.with(platform, "Ten & more: #OneTeam\nça va+"))
        .hasToString("Optional[" + address + "Ten%20%26%20more%3A%20%23OneTeam%0A%C3%A7a%20va%2B]");
  }

  @ParameterizedTest
  @CsvSource({"FACEBOOK", "INSTAGRAM"})
  void wherePlatformsHaveNoSuchAddressThereIsNone(Platform platform) {
    assertThat(OpenPlatform.with(platform, "Thank you")).isEmpty();
  }

  @Test
  void wordsThatAreTooLongForAnAddressAreToBeCopied() {
    assertThat(OpenPlatform.with(Platform.LINKEDIN, "é".repeat(400))).isEmpty();
  }
}
