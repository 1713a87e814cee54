package org.rapport.bot.cli;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.rapport.bot.Settings;
import org.rapport.bot.SettingsReader;
import picocli.CommandLine.Command;

@Command(
    name = "doctor",
    description = "Checks every setting and connection, and says how to mend what is wrong.",
    mixinStandardHelpOptions = true)
final class DoctorCommand implements Callable<Integer> {
  private final Supplier<SettingsReader> settings;
  private final Terminal terminal;

  DoctorCommand(Supplier<SettingsReader> settings, Terminal terminal) {
    this.settings = settings;
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    SettingsReader reader = settings.get();
    Settings read;
    try {
      read = reader.read();
    } catch (Settings.Invalid invalid) {
      invalid.problems().forEach(problem -> print(Finding.wrong(problem)));
      return 1;
    }
    print(Finding.right("Settings: all can be used"));
    reader.notUsedYet().forEach(line -> print(Finding.right(line)));
    List<Finding> findings = new Examination(read).findings();
    findings.forEach(this::print);
    return findings.stream().allMatch(Finding::right) ? 0 : 1;
  }

  private void print(Finding finding) {
    terminal.out().println((finding.right() ? "ok     " : "wrong  ") + finding.line());
  }
}
