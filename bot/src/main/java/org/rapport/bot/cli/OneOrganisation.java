package org.rapport.bot.cli;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rapport.bot.people.Organisation;

/** Which organisation a command is about. */
final class OneOrganisation {
  private OneOrganisation() {}

  /**
   * The one that is named, or the only one that there is.
   *
   * @throws Refusal naming those that there are, if that is none of them
   */
  static Organisation among(List<Organisation> all, @Nullable String id) {
    if (id == null && all.size() == 1) {
      return all.getFirst();
    }
    return all.stream()
        .filter(each -> each.id().equals(id))
        .findFirst()
        .orElseThrow(() ->
            new Refusal(
                all.isEmpty()
                    ? "There is no organisation yet: it comes with the first question from its"
                        + " Slack or Teams"
                    : "Which organisation? Expected --organisation with one of "
                        + all.stream().map(each -> each.id() + " (" + each.name() + ")").toList()));
  }
}
