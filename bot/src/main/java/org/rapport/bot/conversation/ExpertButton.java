package org.rapport.bot.conversation;

import java.util.Locale;

/** The buttons under a question to experts. */
enum ExpertButton {
  CLAIM,
  HAND_BACK,
  CLOSE,
  DRAFT,
  /** The asker needs no answer any more. */
  WITHDRAW,
  /** The asker has what they need. */
  THANK;

  /** The id of the button; what it is about is the question's. */
  String id() {
    return "expert-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
