package org.rapport.bot.channel.teams;

import com.microsoft.bot.schema.Activity;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.rapport.bot.channel.SeenEvents;
import org.rapport.bot.channel.teams.TeamsErrors.Reason;

/** Says whether something in Teams is seen for the first time. */
final class FirstTime {
  private final SeenEvents seen;
  private final TeamsErrors errors;

  FirstTime(SeenEvents seen, TeamsErrors errors) {
    this.seen = seen;
    this.errors = errors;
  }

  /** Whether this activity was not delivered before; one without an id always counts as new. */
  boolean of(Activity activity) {
    return activity.getId() == null || first(activity, activity.getId());
  }

  /** Whether nobody was welcomed in this conversation lately. */
  boolean welcomeTo(Activity activity) {
    return first(activity, "welcome");
  }

  private boolean first(Activity activity, String what) {
    try {
      return seen.first("teams:" + hash(activity.getConversation().getId() + '\n' + what));
    } catch (RuntimeException databaseAway) {
      // A person who asks while the database is away is still answered.
      errors.note(Reason.SEEN_UNKNOWN, databaseAway.getClass().getSimpleName());
      return true;
    }
  }

  /** Teams' ids are long and of no fixed length. */
  private static String hash(String words) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(words.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Every JDK has SHA-256", impossible);
    }
  }
}
