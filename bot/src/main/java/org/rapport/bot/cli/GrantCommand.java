package org.rapport.bot.cli;

import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.rapport.bot.SettingsReader;
import org.rapport.bot.channel.Address;
import org.rapport.bot.people.Role;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
    name = "grant",
    description = "Gives somebody a role instead of the one they have.",
    mixinStandardHelpOptions = true)
final class GrantCommand implements Callable<Integer> {
  private final Supplier<SettingsReader> settings;
  private final Terminal terminal;

  @Parameters(
      index = "0",
      paramLabel = "ADDRESS",
      description = "slack:TEAM/USER, or teams:TENANT/AADID (the id in the directory).")
  private String address = "";

  @Parameters(index = "1", paramLabel = "ROLE", description = "leader, comms-lead or admin.")
  private String role = "";

  GrantCommand(Supplier<SettingsReader> settings, Terminal terminal) {
    this.settings = settings;
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    Address who = OpenRoles.address(address);
    Role granted =
        Role.of(role)
            .orElseThrow(() -> new Refusal("Expected one of " + Role.expected() + ", not " + role));
    try (OpenRoles open = OpenRoles.of(settings.get().read())) {
      terminal.out().println(open.change(who, granted));
    }
    return 0;
  }
}
