package org.rapport.bot.cli;

import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.rapport.bot.SettingsReader;
import org.rapport.bot.channel.Address;
import org.rapport.bot.people.Role;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
    name = "revoke",
    description = "Makes somebody a leader again, like everybody.",
    mixinStandardHelpOptions = true)
final class RevokeCommand implements Callable<Integer> {
  private final Supplier<SettingsReader> settings;
  private final Terminal terminal;

  @Parameters(
      paramLabel = "ADDRESS",
      description = "slack:TEAM/USER, or teams:TENANT/AADID (the id in the directory).")
  private String address = "";

  RevokeCommand(Supplier<SettingsReader> settings, Terminal terminal) {
    this.settings = settings;
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    Address who = OpenRoles.address(address);
    try (OpenRoles open = OpenRoles.of(settings.get().read())) {
      terminal.out().println(open.change(who, Role.LEADER));
    }
    return 0;
  }
}
