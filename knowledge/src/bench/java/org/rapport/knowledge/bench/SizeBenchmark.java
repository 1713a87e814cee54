package org.rapport.knowledge.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Stream;
import org.rapport.knowledge.evaluate.GoldenQuestion;

/**
 * Measures how the time of a question grows with the number of sections; ends with 1 if at the
 * largest it is twofold that at the smallest. The README two folders up has the command.
 */
final class SizeBenchmark {
  private static final List<Integer> SIZES = List.of(300, 1_000, 3_000, 10_000, 30_000, 100_000);
  private static final int ROUNDS = 2;
  private static final int WARM_UP = 150;
  private static final double BAR = 2;
  private static final List<Integer> PERCENTS = List.of(50, 95, 99);

  private final Path home = Path.of(System.getProperty("rapport.home", ""));
  private final Path folder;
  private final List<Integer> sizes;

  private SizeBenchmark(Path folder, List<Integer> sizes) {
    this.folder = folder;
    this.sizes = sizes;
  }

  /**
   * Measures.
   *
   * @param arguments where indexes are kept for the next run; then sizes, if not all shall be
   *     measured
   */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    Path folder = Path.of(arguments.length == 0 ? "knowledge/target/size" : arguments[0]);
    List<Integer> sizes = Stream.of(arguments).skip(1).map(Integer::valueOf).toList();
    boolean met = new SizeBenchmark(folder, sizes.isEmpty() ? SIZES : sizes).run();
    System.exit(met ? 0 : 1);
  }

  private boolean run() throws IOException, InterruptedException {
    for (int size : sizes) {
      build(size);
    }
    System.out.printf(
        "%s, %d cores, JDK %s, load before %s%n%n",
        LocalDate.now(ZoneId.systemDefault()),
        Runtime.getRuntime().availableProcessors(),
        System.getProperty("java.vm.version"),
        Files.readString(Path.of("/proc/loadavg")).split(" ")[0]);
    List<Times> answers = new ArrayList<>(Collections.nCopies(sizes.size(), Times.NONE));
    List<Times> searches = new ArrayList<>(answers);
    Asking asking = asking();
    asking.answers(index(sizes.getFirst())); // Java compiles.
    for (int round = 0; round < ROUNDS; round++) {
      for (int i = 0; i < sizes.size(); i++) {
        answers.set(i, answers.get(i).and(asking.answers(index(sizes.get(i)))));
        searches.set(i, searches.get(i).and(asking.searches(index(sizes.get(i)))));
      }
    }
    print("a question, by the clock", answers, Times::wall);
    double growth = print("a question, processor time", answers, Times::processor);
    print("search alone, processor time", searches, Times::processor);
    System.out.printf(
        "Bar: the p50 of a question's processor time grows less than twofold: %.2f, %s%n",
        growth, growth < BAR ? "met" : "missed");
    return growth < BAR;
  }

  /** Golden questions of all sets in a fixed order without order. */
  private Asking asking() {
    Path golden = home.resolve("knowledge/src/main/resources/content/golden");
    List<String> questions =
        new ArrayList<>(
            Stream.of("questions", "situations", "held-out")
                .flatMap(set -> GoldenQuestion.read(golden.resolve(set + ".jsonl")).stream())
                .map(GoldenQuestion::words)
                .distinct()
                .toList());
    Collections.shuffle(questions, new Random(1));
    return new Asking(questions.subList(0, WARM_UP), questions.subList(WARM_UP, questions.size()));
  }

  /** Prints one table; gives the growth of the p50 from the first size to the last. */
  private double print(String what, List<Times> times, Function<Times, long[]> which) {
    List<Percentiles> sizesTimes = times.stream().map(which).map(Percentiles::new).toList();
    System.out.printf(
        "| %s: sections | p50, ms | p95, ms | p99, ms | to %d: p50 | p95 | p99 |%n",
        what, sizes.getFirst());
    System.out.println("|---|---|---|---|---|---|---|");
    for (int i = 0; i < sizes.size(); i++) {
      Percentiles those = sizesTimes.get(i);
      Percentiles first = sizesTimes.getFirst();
      System.out.printf("| %,d", sizes.get(i));
      for (int percent : PERCENTS) {
        System.out.printf(" | %.1f", those.millis(percent));
      }
      for (int percent : PERCENTS) {
        System.out.printf(" | %.2f", those.millis(percent) / first.millis(percent));
      }
      System.out.println(" |");
    }
    System.out.println();
    return sizesTimes.getLast().millis(50) / sizesTimes.getFirst().millis(50);
  }

  private Path index(int size) {
    return folder.resolve(Integer.toString(size));
  }

  /** With Java's own limits, not the product's: 100,000 sections at once are no upload. */
  private void build(int size) throws IOException, InterruptedException {
    if (Files.exists(index(size).resolve("live"))) {
      return;
    }
    Path source =
        home.resolve("knowledge/src/bench/java/org/rapport/knowledge/bench/BuildIndex.java");
    int status =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "--add-modules=jdk.incubator.vector",
                "-cp",
                System.getProperty("java.class.path"),
                source.toString(),
                folder.toString(),
                Integer.toString(size))
            .inheritIO()
            .start()
            .waitFor();
    if (status != 0) {
      throw new IOException("The index of " + size + " sections could not be built");
    }
  }
}
