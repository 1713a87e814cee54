package org.rapport.bot.cli;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.rapport.bot.SettingsReader;
import org.rapport.bot.store.DataFolder;
import org.rapport.knowledge.Knowledge;
import org.rapport.knowledge.Reindexed;
import org.rapport.knowledge.content.Content;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "reindex",
    description = "Takes in new guidance; what is live stays live if anything in it is wrong.",
    mixinStandardHelpOptions = true)
final class ReindexCommand implements Callable<Integer> {
  private final Supplier<SettingsReader> settings;
  private final Terminal terminal;

  @Mixin private ContentOption content = new ContentOption();

  @Option(names = "--dry-run", description = "Say what would change, and change nothing.")
  private boolean dryRun;

  @Option(names = "--force", description = "Build a new generation even if nothing changed.")
  private boolean force;

  ReindexCommand(Supplier<SettingsReader> settings, Terminal terminal) {
    this.settings = settings;
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    DataFolder data = new DataFolder(settings.get().read().data());
    Content read = content.read();
    try (Knowledge knowledge = Knowledge.open(data.index())) {
      Reindexed result = dryRun ? knowledge.compare(read) : knowledge.reindex(read, force);
      print(result);
    }
    return 0;
  }

  private void print(Reindexed result) {
    list("added", result.added());
    list("changed", result.changed());
    list("removed", result.removed());
    terminal.out().println(summary(result));
  }

  private String summary(Reindexed result) {
    String sections = result.sections() + " sections";
    if (dryRun) {
      return "Nothing was done; the content has " + sections;
    }
    return result.built()
        ? "Generation %d is live: %s, %d newly embedded"
            .formatted(result.generation(), sections, result.embedded())
        : "Nothing changed; generation %d stays live: %s".formatted(result.generation(), sections);
  }

  private void list(String what, List<String> ids) {
    ids.forEach(id -> terminal.out().println(what + " " + id));
  }
}
