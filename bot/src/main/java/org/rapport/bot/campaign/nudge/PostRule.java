package org.rapport.bot.campaign.nudge;

import java.util.Locale;
import org.rapport.knowledge.library.Platform;

/** What is looked for in a post; each rests on the facts of a section of the guidance. */
public enum PostRule {
  /** F-3.44, F-3.46, F-3.49, F-3.51, F-3.53, F-3.57. */
  TOO_LONG("post-length-by-platform"),
  /** Words in braces that nobody filled in. */
  PLACEHOLDER("hard-before-you-post"),
  /** F-4.23, F-4.24: numbers and addresses that belong to somebody. */
  IDENTIFIER("safe-patient-identifiable-details"),
  /** F-4.24: a name where the words are about health or care. */
  NAME_BESIDE_HEALTH("safe-patient-identifiable-details"),
  /** F-4.23, F-4.24: small details that add up. */
  PATIENT_DETAILS("safe-patient-identifiable-details"),
  /** F-4.25. */
  ASKS_FOR_PATIENTS("safe-confirm-deny-patient"),
  /** F-4.66: the period before an election. */
  PARTY_BEFORE_ELECTION("safe-pre-election-posting"),
  /** F-4.58, F-4.69. */
  PARTY("safe-political-views"),
  /** F-3.12. */
  HERO_LANGUAGE("post-hero-language"),
  /** F-3.34. */
  TAG_WITHOUT_CAPITALS("post-hashtags"),
  /** F-3.35, F-3.51, F-3.54. */
  TOO_MANY_TAGS("post-hashtags"),
  /** F-3.36. */
  TOO_MANY_EMOJI("post-screen-readers"),
  /** F-3.37. */
  STYLED_LETTERS("post-screen-readers"),
  /** F-3.32: said whenever a picture goes with it. */
  ALT_TEXT("post-alt-text");

  private final String section;

  PostRule(String section) {
    this.section = section;
  }

  /** The name in the wording, such as {@code too-long}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Id of the section that says so, for a post on a platform. */
  String section(Platform platform) {
    return switch (this) {
      case TOO_LONG -> limits(platform);
      case TOO_MANY_TAGS -> platform.mostHashtags() == 2 ? section : limits(platform);
      case PLACEHOLDER,
          IDENTIFIER,
          NAME_BESIDE_HEALTH,
          PATIENT_DETAILS,
          ASKS_FOR_PATIENTS,
          PARTY_BEFORE_ELECTION,
          PARTY,
          HERO_LANGUAGE,
          TAG_WITHOUT_CAPITALS,
          TOO_MANY_EMOJI,
          STYLED_LETTERS,
          ALT_TEXT ->
          section;
    };
  }

  private String limits(Platform platform) {
    return switch (platform) {
      case LINKEDIN -> "post-limits-linkedin";
      case X -> "post-limits-x";
      case BLUESKY, THREADS -> "post-limits-bluesky-threads-mastodon";
      case INSTAGRAM -> "post-limits-instagram";
      case FACEBOOK -> section;
    };
  }
}
