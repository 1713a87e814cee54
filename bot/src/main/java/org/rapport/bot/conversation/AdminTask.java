package org.rapport.bot.conversation;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Something that an admin does in chat, written as {@code admin} and a few words. */
sealed interface AdminTask {

  /** What the audit trail calls it. */
  String id();

  /** Those that need no more words. */
  enum Plain implements AdminTask {
    /** Say what there is. */
    LIST_ALL("list"),

    /** Build the organisation's own guidance anew. */
    REINDEX("reindex"),

    /** Say which questions got no answer. */
    UNANSWERED("unanswered"),

    /** Say who has which role. */
    SHOW_ROLES("roles"),

    /** Ask experts where this was written. */
    EXPERTS_HERE("experts here"),

    /** Ask experts in their own chats. */
    EXPERTS_OFF("experts off");

    private final String id;

    Plain(String id) {
      this.id = id;
    }

    @Override
    public String id() {
      return id;
    }
  }

  /**
   * Make an earlier generation of the organisation's guidance the live one.
   *
   * @param number empty to say which there are
   */
  record Rollback(OptionalInt number) implements AdminTask {
    @Override
    public String id() {
      return "rollback";
    }
  }

  /** Every spelling but those with a number. */
  Map<String, AdminTask> WHOLE =
      Map.of(
          "admin", Plain.LIST_ALL,
          "admin help", Plain.LIST_ALL,
          "admin reindex", Plain.REINDEX,
          "admin rollback", new Rollback(OptionalInt.empty()),
          "admin unanswered", Plain.UNANSWERED,
          "admin roles", Plain.SHOW_ROLES,
          "admin experts here", Plain.EXPERTS_HERE,
          "admin experts off", Plain.EXPERTS_OFF);

  /** A number that fits any generation. */
  Pattern ROLLBACK = Pattern.compile("admin rollback ([0-9]{1,9})");

  /**
   * The task that a message asks for; empty if it asks for none.
   *
   * @param folded the message in lower case with single spaces
   */
  static Optional<AdminTask> read(String folded) {
    Matcher rollback = ROLLBACK.matcher(folded);
    return rollback.matches()
        ? Optional.of(new Rollback(OptionalInt.of(Integer.parseInt(rollback.group(1)))))
        : Optional.ofNullable(WHOLE.get(folded));
  }
}
