package org.rapport.bot.cli;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rapport.bot.people.Organisation;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** Whose nudges a command is about. */
final class FreezeScope {
  @ArgGroup(exclusive = true)
  private Choice choice = new Choice();

  /** One of the two, or neither where there is one organisation only. */
  private static final class Choice {
    @Option(names = "--organisation", paramLabel = "ID", description = "Those of this one.")
    private @Nullable String organisation;

    @Option(names = "--everywhere", description = "Those of everybody.")
    private boolean everywhere;
  }

  /**
   * The organisation; empty for everywhere.
   *
   * @throws Refusal naming those that there are, if it is none of them
   */
  Optional<Organisation> among(List<Organisation> all) {
    return choice.everywhere
        ? Optional.empty()
        : Optional.of(OneOrganisation.among(all, choice.organisation));
  }
}
