package org.rapport.bot.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.rapport.bot.Settings;
import org.rapport.bot.SettingsReader;
import org.rapport.bot.conversation.MissedQuestions;
import org.rapport.bot.store.DataFolder;
import org.rapport.bot.store.Store;
import org.rapport.knowledge.gaps.Gap;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
    name = "unanswered",
    description = {
      "Lists what to write next: the questions that got no answer, or one that was rated wrong,",
      "in groups that ask alike, largest first. The newest 10,000 are read. No names."
    },
    mixinStandardHelpOptions = true)
final class UnansweredCommand implements Callable<Integer> {
  private static final int MOST_DAYS = 3650;

  private final Supplier<SettingsReader> settings;
  private final Terminal terminal;
  private final InstantSource clock;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--organisation",
      paramLabel = "ID",
      description = "Only what this organisation's people asked.")
  private @Nullable String organisation;

  @Option(
      names = "--since",
      paramLabel = "DAYS",
      description = "Only what was asked in the last so many days; all that is kept unless given.")
  private @Nullable Integer days;

  @ArgGroup private Form form = new Form();

  static final class Form {
    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    @Option(
        names = "--csv",
        description = "Print a table for a spreadsheet: commas between cells, UTF-8.")
    private boolean csv;
  }

  UnansweredCommand(Supplier<SettingsReader> settings, Terminal terminal, InstantSource clock) {
    this.settings = settings;
    this.terminal = terminal;
    this.clock = clock;
  }

  @Override
  public Integer call() {
    Instant since = since();
    Settings read = settings.get().read();
    DataFolder data = new DataFolder(read.data());
    MissedQuestions.Found found = questions(data, read.databaseUrl(), since);
    try (OpenGuidance guidance = OpenGuidance.live(data, terminal)) {
      print(found, guidance.knowledge().gaps(found.questions()));
    }
    return 0;
  }

  private Instant since() {
    if (days == null) {
      return Instant.EPOCH;
    }
    if (days < 1 || days > MOST_DAYS) {
      throw new ParameterException(
          spec.commandLine(), "--since must be a number of days from 1 to " + MOST_DAYS);
    }
    return clock.instant().minus(Duration.ofDays(days));
  }

  private MissedQuestions.Found questions(DataFolder data, Optional<String> url, Instant since) {
    Optional<Path> file = Store.embeddedFile(data, url);
    if (file.isPresent() && !Files.exists(file.get())) {
      throw new Refusal("No question is kept yet: there is no database at " + file.get());
    }
    try (Store store = Store.open(data, url)) {
      if (store.reachable() && store.tables().version() == 0) {
        throw new Refusal("No question is kept yet: the database has no tables before serve ran");
      }
      return new MissedQuestions(store).newest(Optional.ofNullable(organisation), since);
    }
  }

  private void print(MissedQuestions.Found found, List<Gap> gaps) {
    if (found.questions().size() + found.withoutWords() == MissedQuestions.MOST) {
      terminal
          .err()
          .println("Only the newest " + MissedQuestions.MOST + " are counted; see --since");
    }
    GapRemarks remarks = new GapRemarks(gaps, found.remarks());
    if (form.json) {
      terminal.out().println(GapJson.of(gaps, found.withoutWords(), remarks));
    } else if (form.csv) {
      terminal.out().print(GapCsv.of(gaps, remarks));
      terminal.out().flush();
    } else {
      terminal.out().print(GapText.of(gaps, found.withoutWords(), remarks));
      terminal.out().flush();
    }
  }
}
