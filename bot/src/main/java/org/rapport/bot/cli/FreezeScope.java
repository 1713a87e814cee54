package org.rapport.bot.cli;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rapport.bot.SettingsReader;
import org.rapport.bot.audit.Actor;
import org.rapport.bot.audit.Audit;
import org.rapport.bot.delivery.Freeze;
import org.rapport.bot.people.Organisation;
import org.rapport.bot.people.People;
import org.rapport.bot.store.Store;
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

  /** Freezes nudges, or lets them go on. */
  interface Turn {
    /**
     * @param organisation its id; empty for everywhere
     */
    void by(Freeze freeze, Optional<String> organisation, Actor actor);
  }

  /**
   * Turns the switch, and prints whose.
   *
   * @param done what to print before that
   * @throws Refusal naming the organisations that there are, if it is none of them
   */
  void turn(SettingsReader settings, Terminal terminal, Turn turn, String done) {
    InstantSource clock = InstantSource.system();
    try (Store store = OpenDatabase.of(settings.read())) {
      Optional<Organisation> whose = among(new People(store, clock).organisations());
      turn.by(
          new Freeze(store, new Audit(store, clock), clock),
          whose.map(Organisation::id),
          OpenReleases.actor());
      terminal.out().println(done + whose.map(Organisation::name).orElse("everywhere"));
    }
  }

  /**
   * The organisation; empty for everywhere.
   *
   * @throws Refusal naming those that there are, if it is none of them
   */
  private Optional<Organisation> among(List<Organisation> all) {
    return choice.everywhere
        ? Optional.empty()
        : Optional.of(OneOrganisation.among(all, choice.organisation));
  }
}
