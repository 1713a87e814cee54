package org.rapport.bot.channel.teams;

import com.microsoft.bot.schema.Activity;
import java.util.List;
import org.rapport.bot.channel.SeenEvents;

/** Says whether something in Teams is seen for the first time. */
final class FirstTime {
  private final SeenEvents seen;

  FirstTime(SeenEvents seen) {
    this.seen = seen;
  }

  /** Whether this activity was not delivered before; one without an id always counts as new. */
  boolean of(Activity activity) {
    return activity.getId() == null || first(activity, activity.getId());
  }

  /** Whether nobody was welcomed in this conversation lately. */
  boolean welcomeTo(Activity activity) {
    return first(activity, "welcome");
  }

  /** The names by which this activity is recognised; none for one without an id. */
  static List<String> names(Activity activity) {
    return activity.getId() == null ? List.of() : List.of(name(activity, activity.getId()));
  }

  private boolean first(Activity activity, String what) {
    return seen.first(name(activity, what));
  }

  private static String name(Activity activity, String what) {
    return "teams:" + activity.getConversation().getId() + '\n' + what;
  }
}
