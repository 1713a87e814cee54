package org.rapport.bot.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.rapport.bot.audit.Actor;
import org.rapport.bot.audit.Audit;
import org.rapport.bot.release.Order;
import org.rapport.bot.release.PreparedVectors;
import org.rapport.bot.release.Release;
import org.rapport.bot.release.Released;
import org.rapport.bot.release.Releases;
import org.rapport.bot.release.Replica;
import org.rapport.bot.store.DataFolder;
import org.rapport.bot.store.Store;
import org.rapport.knowledge.Draft;
import org.rapport.knowledge.Knowledge;
import org.rapport.knowledge.ask.Indexing;
import org.rapport.knowledge.content.Content;
import org.rapport.knowledge.content.ContentReader;
import org.rapport.knowledge.content.ShippedContent;
import org.rapport.knowledge.embed.KnownVectors;
import org.rapport.knowledge.embed.Progress;
import org.rapport.knowledge.evaluate.Gate;
import org.rapport.knowledge.evaluate.GoldenQuestion;
import org.rapport.knowledge.evaluate.GoldenSets;
import org.rapport.knowledge.index.Edition;

/** How soon one changed document among 10,000 is live; ends with 1 if a bar is missed. */
final class ReleaseBenchmark {
  private static final int DOCUMENTS = 10_000;
  private static final int ROUNDS = 5;
  private static final Actor BENCH = new Actor("benchmark", "benchmark");

  private final Path home = Path.of(System.getProperty("rapport.home", "")).toAbsolutePath();
  private final Path folder = home.resolve("bot/target/release-benchmark");
  private final Path content = folder.resolve("content");
  private final Path data = folder.resolve("data");
  private final Stopwatch watch = new Stopwatch();
  private final Report report = new Report(System.out);

  /** With {@code --again} on what the run before left, for work on the product. */
  public static void main(String[] arguments) throws IOException {
    boolean again = List.of(arguments).contains("--again");
    System.exit(new ReleaseBenchmark().run(again) == 0 ? 0 : 1);
  }

  private int run(boolean again) throws IOException {
    report.note(Machine.described());
    report.note("Load before: " + Machine.load() + "\n");
    inProcess(again ? KnownVectors.NONE : prepared(), documents());
    for (Path document : documents().subList(0, ROUNDS)) {
      change(document);
      watch.time("reindex as a command, a document changed", () -> command("reindex"));
    }
    watch.time("reindex as a command, nothing changed", () -> command("reindex"));
    return reported();
  }

  /** Makes the content folder anew; returns the vectors of what is in it. */
  private KnownVectors prepared() throws IOException {
    Folders.delete(folder);
    Files.createDirectories(data);
    Folders.copy(home.resolve("knowledge/src/main/resources/content"), content);
    GuidanceCopies copies = copies();
    copies.write(content.resolve("guidance/copies"), DOCUMENTS - documents().size());
    copies.know(Indexing.edition(ContentReader.read(content)));
    return copies;
  }

  private GuidanceCopies copies() {
    Content shipped = ShippedContent.read();
    Knowledge real = Knowledge.open(folder.resolve("real"));
    real.reindex(shipped, PreparedVectors.find());
    GuidanceCopies copies = new GuidanceCopies(shipped, real.vectors(Knowledge.EVERYBODY));
    copies.know(Indexing.edition(shipped));
    return copies;
  }

  /** The real ones. */
  private List<Path> documents() throws IOException {
    try (Stream<Path> walk = Files.walk(content.resolve("guidance"))) {
      return walk.filter(Files::isRegularFile)
          .filter(path -> !path.startsWith(content.resolve("guidance/copies")))
          .sorted()
          .toList();
    }
  }

  /** Changes how somebody asks for a section of a document. */
  private static void change(Path document) throws IOException {
    String text = Files.readString(document);
    Files.writeString(document, text.replaceFirst("(?m)^  - ([a-z][^\n:\"']*)$", "  - $1 again"));
  }

  private void inProcess(KnownVectors copies, List<Path> documents) throws IOException {
    InstantSource clock = InstantSource.system();
    DataFolder dataFolder = new DataFolder(data);
    dataFolder.create();
    Optional<String> url = Optional.ofNullable(System.getenv("DATABASE_URL"));
    try (Store store = Store.open(dataFolder, url);
        Knowledge knowledge = Knowledge.open(dataFolder.index())) {
      store.migrate();
      Replica replica = new Replica(store, knowledge);
      KnownVectors known = PreparedVectors.find().then(copies);
      Releases releases =
          new Releases(store, knowledge, replica, known, new Audit(store, clock), clock);
      watch.time("the first release", () -> release(releases));
      for (int round = 0; round < ROUNDS; round++) {
        change(documents.get(documents.size() - 1 - round));
        watch.time("a document changed", () -> release(releases));
        int before = knowledge.generation() - 1;
        watch.time(
            "rollback",
            () -> {
              releases.rollBack(Knowledge.EVERYBODY, before, BENCH);
              return before;
            });
        phases(knowledge, before + 2, known);
        releases.rollBack(Knowledge.EVERYBODY, before + 1, BENCH);
        watch.time("nothing changed", () -> release(releases));
      }
    }
  }

  /**
   * The parts of a release, but for what SQL and the switch take; what is live has answered the
   * golden questions already.
   */
  private void phases(Knowledge knowledge, int next, KnownVectors known) {
    Content read = watch.time("- read the folder", () -> ContentReader.read(content));
    Edition edition = watch.time("- edition", () -> Indexing.edition(read));
    List<GoldenQuestion> golden =
        watch.time(
            "- read the golden questions",
            () -> GoldenSets.answerable(GoldenSets.in(content), read));
    try (Draft draft =
        watch.time(
            "- difference and index",
            () -> knowledge.draft(Knowledge.EVERYBODY, next, edition, known, Progress.UNHEARD))) {
      Gate gate =
          watch.time("- gate", () -> Gate.ofTouched(golden, draft.trial(known).orElseThrow()));
      report.note(gate.asked() + " golden questions asked, " + gate.untouched() + " untouched");
    }
  }

  private Release release(Releases releases) {
    Content read = ContentReader.read(content);
    Order order =
        new Order(
            Knowledge.EVERYBODY,
            Indexing.edition(read),
            Released.Origin.FOLDER,
            GoldenSets.answerable(GoldenSets.in(content), read),
            BENCH);
    Release release = releases.release(order, Progress.UNHEARD);
    if (release instanceof Release.Refused refused) {
      throw new IllegalStateException("Refused: " + refused.gate().lost());
    }
    return release;
  }

  private int command(String name) {
    ProcessBuilder command =
        new ProcessBuilder(
                home.resolve("deploy/rapport").toString(), name, "--content", content.toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve(name + ".log").toFile());
    command.environment().put("RAPPORT_DATA", data.toString());
    try {
      int code = command.start().waitFor();
      if (code != 0) {
        throw new IllegalStateException("The command failed; see " + folder);
      }
      return code;
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }

  private int reported() throws IOException {
    report.heading();
    report.figure("the first release, s", watch.clock("the first release"));
    report.figure(
        Bar.under(2, "a document changed, until it is live, s"), watch.clock("a document changed"));
    report.figure("the same, processor time, s", watch.processor("a document changed"));
    for (String phase :
        List.of(
            "- read the folder",
            "- edition",
            "- read the golden questions",
            "- difference and index",
            "- gate")) {
      report.figure(phase + ", s", watch.clock(phase));
      report.figure(phase + ", processor time, s", watch.processor(phase));
    }
    report.figure("nothing changed, s", watch.clock("nothing changed"));
    report.figure(Bar.under(1, "rollback, s"), watch.clock("rollback"));
    for (String command : List.of("a document changed", "nothing changed")) {
      report.figure(
          "reindex as a command, " + command + ", s",
          watch.clock("reindex as a command, " + command));
    }
    report.note("\nLoad after: " + Machine.load() + "; bars missed: " + report.missed());
    return report.missed();
  }
}
