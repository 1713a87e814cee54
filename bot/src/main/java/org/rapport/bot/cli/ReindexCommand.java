package org.rapport.bot.cli;

import java.time.InstantSource;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.rapport.bot.SettingsReader;
import org.rapport.bot.release.Order;
import org.rapport.bot.release.Release;
import org.rapport.bot.release.Releases;
import org.rapport.knowledge.Knowledge;
import org.rapport.knowledge.ask.Indexing;
import org.rapport.knowledge.content.Content;
import org.rapport.knowledge.embed.Progress;
import org.rapport.knowledge.evaluate.Gate;
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

  @Option(
      names = "--dry-run",
      description = "Say what would change, and which golden questions, and change nothing.")
  private boolean dryRun;

  @Option(
      names = "--force",
      description = "Go live whatever golden questions are lost, and even if nothing changed.")
  private boolean force;

  @Option(
      names = "--margin",
      paramLabel = "PERCENT",
      description = "How many of 100 golden questions may be lost; 1 unless given.")
  private double margin = Gate.USUAL_MARGIN * 100;

  @Option(names = "--json", description = "Print one JSON object.")
  private boolean json;

  ReindexCommand(Supplier<SettingsReader> settings, Terminal terminal) {
    this.settings = settings;
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    if (!(margin >= 0 && margin <= 100)) {
      throw new Refusal("--margin is out of range: expected 0 to 100");
    }
    Order order = order(content.read());
    try (OpenReleases open = OpenReleases.of(settings.get().read())) {
      print(release(open.releases(), order));
    }
    return 0;
  }

  private Order order(Content read) {
    return new Order(
        Knowledge.EVERYBODY,
        Indexing.edition(read),
        content.origin(),
        content.golden(read),
        margin / 100,
        force,
        OpenReleases.actor());
  }

  private Release release(Releases releases, Order order) {
    Progress progress = new ProgressLines(terminal.err(), InstantSource.system());
    return dryRun ? releases.rehearse(order, progress) : releases.release(order, progress);
  }

  private void print(Release release) {
    if (json) {
      terminal.out().println(ReleaseJson.of(release));
    } else {
      ReleaseText.of(release).forEach(terminal.out()::println);
    }
    ReleaseText.refusal(release)
        .ifPresent(line -> {
          throw new Refusal(line);
        });
  }
}
