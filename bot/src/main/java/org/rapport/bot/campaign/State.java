package org.rapport.bot.campaign;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Where a campaign is in its life. */
public enum State {
  DRAFT,
  /** Waits for a second person to agree. */
  IN_REVIEW,
  /** Will begin by itself when its time comes. */
  SCHEDULED,
  RUNNING,
  PAUSED,
  /** Nothing of it is left to send. */
  FINISHED,
  CANCELLED;

  /** Those in which the plan may be changed. */
  static final Set<State> EDITABLE = Set.of(DRAFT, IN_REVIEW, SCHEDULED, PAUSED);

  /** Those in which nothing is planned or sent any more. */
  public static final Set<State> OVER = Set.of(FINISHED, CANCELLED);

  /** In these, what is planned is sent. */
  static final Set<State> SENDS = Set.of(SCHEDULED, RUNNING, FINISHED);

  /** The name in the database and in JSON, such as {@code in-review}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The state of an id. */
  public static Optional<State> of(String id) {
    return Arrays.stream(values()).filter(state -> state.id().equals(id)).findFirst();
  }
}
