package org.rapport.bot.cli;

import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.rapport.bot.Settings;
import org.rapport.bot.SettingsReader;
import org.rapport.bot.campaign.InputRefused;
import org.rapport.bot.release.Releases;
import org.rapport.bot.store.Archive;
import org.rapport.bot.store.StoreAway;
import org.rapport.knowledge.Knowledge;
import org.rapport.knowledge.content.ContentRefused;
import org.rapport.knowledge.index.Generations;
import org.rapport.knowledge.reading.Problem;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** The command line: finds the command, runs it, and turns what went wrong into one clear line. */
@Command(
    name = "rapport",
    description = "Coaches leaders of the NHS in using social media well.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:done",
      "1:refused or failed, with a clear line on standard error",
      "2:wrong usage"
    })
public final class Cli {
  /** More would hide the first ones, from which the others often come. */
  private static final int MOST_PROBLEMS = 50;

  private final Terminal terminal;
  private final CommandLine commands;

  /**
   * @param settings read anew by each command that needs them
   */
  public Cli(Supplier<SettingsReader> settings, Terminal terminal) {
    this.terminal = terminal;
    this.commands = new CommandLine(this);
    List.of(
            new ServeCommand(settings, terminal),
            new AskCommand(settings, terminal),
            new ReindexCommand(settings, terminal),
            new GenerationsCommand(settings, terminal),
            new RollbackCommand(settings, terminal),
            new UploadCommand(settings, terminal),
            new EvaluateCommand(settings, terminal),
            new ReviewCommand(terminal, InstantSource.system()),
            new UnansweredCommand(settings, terminal, InstantSource.system()),
            new RolesCommand(settings, terminal),
            new GrantCommand(settings, terminal),
            new RevokeCommand(settings, terminal),
            CampaignCommand.of(settings, terminal),
            PeopleCommand.of(settings, terminal),
            new FreezeCommand(settings, terminal),
            new UnfreezeCommand(settings, terminal),
            new DoctorCommand(settings, terminal),
            new BackupCommand(settings, terminal),
            new RestoreCommand(settings, terminal),
            new TrainCommand(terminal))
        .forEach(commands::addSubcommand);
    commands.setExpandAtFiles(false);
    commands.setOut(terminal.out());
    commands.setErr(terminal.err());
    commands.setParameterExceptionHandler(this::wrongUsage);
    commands.setExecutionExceptionHandler(this::failed);
    commands.setExecutionStrategy(this::run);
  }

  /** Runs one command and returns the exit code: 0 done, 1 refused or failed, 2 wrong usage. */
  public int run(String... arguments) {
    return commands.execute(arguments);
  }

  private int run(ParseResult parsed) {
    if (!parsed.hasSubcommand()
        && !parsed.isUsageHelpRequested()
        && !parsed.isVersionHelpRequested()) {
      throw new ParameterException(commands, "Which command?");
    }
    if (parsed.hasSubcommand() && !parsed.subcommand().commandSpec().name().equals("serve")) {
      // The log is for operators of a server; whoever runs a command reads its own lines.
      System.setProperty("rapport.log", "OFF");
    }
    return new CommandLine.RunLast().execute(parsed);
  }

  private int wrongUsage(ParameterException wrong, String[] arguments) {
    terminal.err().println(wrong.getMessage() + "; see rapport " + helpOf(wrong.getCommandLine()));
    return 2;
  }

  private static String helpOf(CommandLine command) {
    String name = command.getCommandName();
    return name.equals("rapport") ? "--help" : name + " --help";
  }

  private int failed(Exception failure, CommandLine command, ParseResult parsed) {
    explain(failure).forEach(terminal.err()::println);
    return 1;
  }

  private static List<String> explain(Exception failure) {
    return switch (failure) {
      case Settings.Invalid settings -> settings.problems();
      case InputRefused input -> input.problems().stream().limit(MOST_PROBLEMS).toList();
      case ContentRefused content -> problems(content.problems());
      case Refusal refusal -> List.of(line(refusal));
      case Archive.Refused refused -> List.of(line(refused));
      case StoreAway away -> List.of("The database is away; rapport doctor says more about why");
      case Knowledge.NoIndex none -> List.of("There is no index yet: run rapport reindex");
      case Generations.Busy busy -> List.of(line(busy));
      case Releases.NotKept notKept -> List.of(line(notKept));
      case IllegalArgumentException wrong -> List.of(line(wrong));
      case UncheckedIOException files ->
          List.of(line(files) + " (" + String.valueOf(files.getCause()) + ")");
      default -> List.of("Failed: " + failure.getClass().getSimpleName() + " " + line(failure));
    };
  }

  private static List<String> problems(List<Problem> problems) {
    List<String> lines = new ArrayList<>();
    problems.stream().limit(MOST_PROBLEMS).forEach(problem -> lines.add(problem.toString()));
    if (problems.size() > MOST_PROBLEMS) {
      lines.add("... and " + (problems.size() - MOST_PROBLEMS) + " more");
    }
    return lines;
  }

  private static String line(Exception failure) {
    return String.valueOf(failure.getMessage()).lines().findFirst().orElse("");
  }
}
