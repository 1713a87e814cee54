package org.rapport.bot.campaign.reaction;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a person says to a nudge. */
public enum Reaction {
  /** They filled in its post, to post it. */
  ACTED,
  DONE,
  NOT_FOR_ME,
  /** They are in its network. */
  ALREADY_JOINED,
  SNOOZED,
  STOPPED;

  /** The name in the database, on buttons and in results, such as {@code not-for-me}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The reaction of an id. */
  public static Optional<Reaction> of(String id) {
    return Arrays.stream(values()).filter(each -> each.id().equals(id)).findFirst();
  }
}
