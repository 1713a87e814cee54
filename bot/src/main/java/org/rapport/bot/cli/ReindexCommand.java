package org.rapport.bot.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.rapport.bot.SettingsReader;
import org.rapport.bot.store.DataFolder;
import org.rapport.knowledge.Knowledge;
import org.rapport.knowledge.Reindexed;
import org.rapport.knowledge.content.Content;
import org.rapport.knowledge.content.ContentReader;
import org.rapport.knowledge.content.ShippedContent;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "reindex",
    description = "Takes in new guidance; what is live stays live if anything in it is wrong.",
    mixinStandardHelpOptions = true)
final class ReindexCommand implements Callable<Integer> {
  private final Supplier<SettingsReader> settings;
  private final Terminal terminal;

  @Option(
      names = "--content",
      paramLabel = "DIR",
      description = "The content folder; what comes with Rapport unless given.")
  private @Nullable Path content;

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
    Content read = content == null ? ShippedContent.read() : ContentReader.read(content);
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
