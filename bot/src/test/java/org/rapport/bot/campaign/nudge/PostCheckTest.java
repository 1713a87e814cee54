package org.rapport.bot.campaign.nudge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rapport.knowledge.content.Content;
import org.rapport.knowledge.content.ShippedContent;
import org.rapport.knowledge.library.Platform;
import org.rapport.knowledge.library.SuggestedPost;

class PostCheckTest {
  private static final Content CONTENT = ShippedContent.read();
  private static final LocalDate QUIET_TIME = LocalDate.of(2026, 11, 23);
  private static final LocalDate BEFORE_ELECTIONS = LocalDate.of(2027, 4, 12);

  private final PostCheck check = new PostCheck(CONTENT.library().calendar());

  @ParameterizedTest
  @CsvSource(
      delimiter = '¦',
      value = {
        "Thank you to {names} for last night. ¦ PLACEHOLDER",
        "Thank you, night team! #nightshift ¦ TAG_WITHOUT_CAPITALS",
        "Thank you. #OneTeam #NightShift #Porters ¦ TOO_MANY_TAGS",
        "Our staff are heroes, every one of them. ¦ HERO_LANGUAGE",
        "Heroic work by the porters last night. ¦ HERO_LANGUAGE",
        "Call me on 07700 900123 about the visit. ¦ IDENTIFIER",
        "NHS number 943 476 5919 was found in the corridor. ¦ IDENTIFIER",
        "Write to jane.doe@trust.nhs.uk for the slides. ¦ IDENTIFIER",
        "Mrs Oluwaseun Adeyemi had her operation today and is well. ¦ NAME_BESIDE_HEALTH",
        "An elderly lady in bay 4 made us all laugh this morning. ¦ PATIENT_DETAILS",
        "A 42-year-old man with a rare illness wrote to us. ¦ PATIENT_DETAILS",
        "Were you a patient on our new ward? Tell us below. ¦ ASKS_FOR_PATIENTS",
        "The Labour Party has a point about waiting times. ¦ PARTY",
        "Do not forget to vote Conservative. ¦ PARTY",
        "Well done all 🎉🎉🎉🎉 ¦ TOO_MANY_EMOJI",
        "𝗧𝗵𝗮𝗻𝗸 you all. ¦ STYLED_LETTERS",
        "A photo of the team at the new entrance. ¦ ALT_TEXT",
      })
  void whatTheGuidanceSpeaksAgainstIsFound(String words, PostRule rule) {
    assertThat(rules(words)).contains(rule);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Fourteen beds moved before seven, by two porters. Thank you. #NightShift",
        "The labour ward team has a new kettle. Small things matter.",
        "We are reforming how we book clinics. What would help you most?",
        "It's the last day of the month, and the car park works again. 🎉",
        "Our board meets in public on 3 March at 10:00. The papers are at https://example.nhs.uk/b",
        "A woman on our board asked the best question today.",
        "See you at #NHS75 and #HealthCreation.",
      })
  void aDecentPostIsLeftAlone(String words) {
    assertThat(rules(words)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void aPostThatIsJustTooLongIsFoundOnEveryPlatform(Platform platform) {
    String fits = "a".repeat(platform.mostCharacters());
    assertThat(check.check(draft(fits, platform))).isEmpty();
    assertThat(check.check(draft(fits + "a", platform)))
        .containsExactly(
            new Breach(
                PostRule.TOO_LONG,
                PostRule.TOO_LONG.section(platform),
                platform.mostCharacters() + 1,
                platform.mostCharacters()));
  }

  @Test
  void onXALinkCountsAsTwentyThreeCharacters() {
    String post = "a".repeat(256) + " https://example.nhs.uk/" + "b".repeat(100);
    assertThat(check.check(draft(post, Platform.X))).isEmpty();
    assertThat(check.check(draft("a" + post, Platform.X))).hasSize(1);
  }

  @Test
  void onBlueskyAFamilyOfFourIsOneCharacter() {
    String family = "👨‍👩‍👧‍👦";
    assertThat(new PostWords(family.repeat(3)).length(Platform.BLUESKY)).isEqualTo(3);
  }

  @Test
  void beforeAnElectionAWordOfAPartyIsToBeHeldBack() {
    String words = "The Green Party candidate came to see us.";
    assertThat(check.check(new Draft(words, Platform.LINKEDIN, false, BEFORE_ELECTIONS)))
        .containsExactly(
            new Breach(PostRule.PARTY_BEFORE_ELECTION, "safe-pre-election-posting", 0, 0));
    assertThat(check.check(new Draft(words, Platform.LINKEDIN, false, QUIET_TIME)))
        .extracting(Breach::section)
        .containsExactly("safe-political-views");
  }

  @Test
  void withAPictureAltTextIsRemindedOf() {
    Draft draft = new Draft("Thank you, porters.", Platform.LINKEDIN, true, QUIET_TIME);
    assertThat(check.check(draft))
        .containsExactly(new Breach(PostRule.ALT_TEXT, "post-alt-text", 0, 0));
  }

  @ParameterizedTest
  @EnumSource
  void theSectionThatSaysSoIsInTheGuidance(PostRule rule) {
    for (Platform platform : Platform.values()) {
      assertThat(CONTENT.sections())
          .extracting(section -> section.id())
          .contains(rule.section(platform));
    }
  }

  @Test
  void noSuggestedPostOfTheLibraryBreaksARuleOnceItIsFilledIn() {
    Set<PostRule> ofTheWriter = Set.of(PostRule.ALT_TEXT);
    for (SuggestedPost post : CONTENT.library().posts()) {
      post.variants()
          .forEach((platform, words) -> {
            String filled = words.replaceAll("\\{[^{}]*}", "something");
            assertThat(check.check(draft(filled, platform)))
                .as(post.id() + " on " + platform)
                .extracting(Breach::rule)
                .allMatch(ofTheWriter::contains);
          });
    }
  }

  @Test
  void aHugeTextIsReadOnlySoFar() {
    Draft huge = draft("{ #a ".repeat(200_000), Platform.LINKEDIN);
    assertThat(huge.words()).hasSize(Draft.LONGEST);
    assertThat(check.check(huge)).isNotEmpty();
  }

  private List<PostRule> rules(String words) {
    return check.check(draft(words, Platform.LINKEDIN)).stream().map(Breach::rule).toList();
  }

  private static Draft draft(String words, Platform platform) {
    return new Draft(words, platform, false, QUIET_TIME);
  }
}
