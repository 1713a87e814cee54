package org.rapport.bot.cli;

import org.rapport.knowledge.Knowledge;
import picocli.CommandLine.Option;

/** Whose guidance a command is about. */
final class OrganisationOption {
  @Option(
      names = "--organisation",
      paramLabel = "ID",
      description = "An organisation's own guidance; what is everybody's unless given.")
  private String id = Knowledge.EVERYBODY;

  String owner() {
    return id;
  }
}
