package org.rapport.bot.cli;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which workspace of an organisation a command is about. */
final class OneWorkspace {
  private OneWorkspace() {}

  /**
   * The one that is named, or the only one that there is.
   *
   * @param own the organisation's, in that channel
   * @throws Refusal naming those that there are, if that is none of them
   */
  static String among(List<String> own, @Nullable String id) {
    if (id == null && own.size() == 1) {
      return own.getFirst();
    }
    return own.stream()
        .filter(each -> each.equalsIgnoreCase(id))
        .findFirst()
        .orElseThrow(() ->
            new Refusal(
                own.isEmpty()
                    ? "The organisation has no workspace there yet: it comes with the first question"
                        + " from it"
                    : "Which workspace? Expected --workspace with one of " + own));
  }
}
