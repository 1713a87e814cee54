package org.rapport.bot.conversation;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What somebody wants done with a campaign. */
enum CampaignStep {
  SHOW,
  PREVIEW,
  TEST,
  SUBMIT,
  APPROVE,
  START,
  START_NOW,
  PAUSE,
  RESUME,
  CANCEL,
  RESULTS;

  /** The word for it in a message, such as {@code start now}. */
  String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  /** The step of a word. */
  static Optional<CampaignStep> of(String word) {
    return Arrays.stream(values()).filter(step -> step.word().equals(word)).findFirst();
  }

  /** The message that has it done with a campaign. */
  String command(String campaign) {
    return "campaign " + word() + " " + campaign;
  }
}
