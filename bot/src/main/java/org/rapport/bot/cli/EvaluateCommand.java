package org.rapport.bot.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.rapport.bot.SettingsReader;
import org.rapport.bot.store.DataFolder;
import org.rapport.knowledge.Question;
import org.rapport.knowledge.ask.Retriever;
import org.rapport.knowledge.embed.Embedder;
import org.rapport.knowledge.evaluate.AnswerableEvaluation;
import org.rapport.knowledge.evaluate.Calibration;
import org.rapport.knowledge.evaluate.GoldenEvaluation;
import org.rapport.knowledge.evaluate.GoldenQuestion;
import org.rapport.knowledge.evaluate.OutOfScopeEvaluation;
import org.rapport.knowledge.evaluate.RetrievalEvaluation;
import org.rapport.knowledge.evaluate.TestCollection;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "evaluate",
    description = {
      "Measures the search: on golden questions, or on a public collection.",
      "With --oos, how well what is out of scope is told in a collection of labelled chat.",
      "With --auroc, how well scores tell a question from the same one without its answers."
    },
    mixinStandardHelpOptions = true)
final class EvaluateCommand implements Callable<Integer> {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Supplier<SettingsReader> settings;
  private final Terminal terminal;

  @ArgGroup(multiplicity = "1")
  private On on = new On();

  @Option(names = "--oos", description = "Measure what is held back; --qrels is not needed.")
  private boolean outOfScope;

  @Option(
      names = "--auroc",
      description = "Measure whether scores tell if there is an answer; needs --qrels.")
  private boolean answerable;

  @Option(
      names = "--content",
      paramLabel = "DIR",
      description = "For --golden: this content folder instead of the live index.")
  private @Nullable Path content;

  @Option(
      names = "--mode",
      description = "For a collection: search by ${COMPLETION-CANDIDATES}; BOTH unless set.")
  private Retriever.Mode mode = Retriever.Mode.BOTH;

  @Option(
      names = "--calibrate",
      paramLabel = "SHARE",
      description = {
        "For --golden: fit the confidence so that this share of what is in scope is refused,",
        "and print what belongs into confidence.properties."
      })
  private @Nullable Double calibrate;

  @Option(names = "--json", description = "Print one JSON object.")
  private boolean json;

  static final class On {
    @Option(
        names = "--golden",
        paramLabel = "FILE",
        required = true,
        description = "Golden questions; may be given several times.")
    private List<Path> golden = List.of();

    @ArgGroup(exclusive = false)
    private @Nullable Collection collection;
  }

  static final class Collection {
    @Option(names = "--corpus", paramLabel = "FILE", required = true, description = "Documents.")
    private Path corpus = Path.of("");

    @Option(names = "--queries", paramLabel = "FILE", required = true, description = "Queries.")
    private Path queries = Path.of("");

    @Option(names = "--qrels", paramLabel = "FILE", description = "Which document answers which.")
    private @Nullable Path judgements;
  }

  EvaluateCommand(Supplier<SettingsReader> settings, Terminal terminal) {
    this.settings = settings;
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    if (!on.golden.isEmpty()) {
      golden(on.golden.stream().flatMap(file -> GoldenQuestion.read(file).stream()).toList());
    } else if (on.collection != null) {
      collection(on.collection);
    }
    return 0;
  }

  private void golden(List<GoldenQuestion> questions) {
    DataFolder data = new DataFolder(settings.get().read().data());
    try (OpenGuidance guidance = OpenGuidance.of(data, content, terminal)) {
      if (calibrate != null) {
        print(
            Calibration.fit(
                questions,
                words -> guidance.knowledge().signals(new Question(words)),
                words -> guidance.knowledge().ask(new Question(words)),
                calibrate));
        return;
      }
      GoldenEvaluation.Report report =
          GoldenEvaluation.run(questions, words -> guidance.knowledge().ask(new Question(words)));
      if (json) {
        printJson(report);
      } else {
        printLines(report);
      }
    }
  }

  private void collection(Collection files) {
    Path judgements = files.judgements;
    if (judgements == null && !outOfScope) {
      throw new Refusal("Without --oos, --qrels is needed: which document answers which query");
    }
    TestCollection collection =
        judgements == null
            ? TestCollection.read(files.corpus, files.queries)
            : TestCollection.read(files.corpus, files.queries, judgements);
    try (Embedder embedder = new Embedder(Runtime.getRuntime().availableProcessors())) {
      if (outOfScope) {
        print(OutOfScopeEvaluation.run(collection, embedder));
      } else if (answerable) {
        print(AnswerableEvaluation.run(collection, embedder));
      } else {
        print(RetrievalEvaluation.run(collection, embedder, mode));
      }
    }
  }

  private void print(RetrievalEvaluation.Report report) {
    print(
        JSON.createObjectNode()
            .put("documents", report.documents())
            .put("queries", report.queries())
            .put("nDCG@10", rounded(report.ndcg10()))
            .put("MRR@10", rounded(report.mrr10()))
            .put("P@5", rounded(report.p5()))
            .put("recall@100", rounded(report.recall100()))
            .put("queriesPerSecond", rounded(report.queriesPerSecond())));
  }

  private void print(Calibration.Report report) {
    report.weights().stringPropertyNames().stream()
        .sorted()
        .forEach(name -> terminal.out().println(name + "=" + report.weights().getProperty(name)));
    line("wrongly refused", percent(report.wronglyRefused()));
    line("far held back", percent(report.farHeld()));
    line("near held back", percent(report.nearHeld()));
    line("calibration error", String.valueOf(rounded(report.reliability().error())));
    report
        .reliability()
        .bins()
        .forEach(bin ->
            line(
                "confidence " + percent(bin.confidence()),
                percent(bin.right()) + " right of " + bin.questions()));
  }

  private void print(AnswerableEvaluation.Report report) {
    print(
        JSON.createObjectNode()
            .put("queries", report.queries())
            .put("AUROC", rounded(report.auroc())));
  }

  private void print(OutOfScopeEvaluation.Report report) {
    print(
        JSON.createObjectNode()
            .put("queries", report.queries())
            .put("MCC", rounded(report.mcc()))
            .put("inScopeAccuracy", rounded(report.inScopeAccuracy()))
            .put("outOfScopeRecall", rounded(report.outOfScopeRecall())));
  }

  /** One measure a line, or all as JSON. */
  private void print(ObjectNode measures) {
    if (json) {
      terminal.out().println(measures);
    } else {
      measures
          .properties()
          .forEach(measure -> terminal.out().println(measure.getKey() + " " + measure.getValue()));
    }
  }

  private void printLines(GoldenEvaluation.Report report) {
    line("in scope", report.inScope() + " questions");
    line("right first", percent(report.rightFirst()));
    line("right in three", percent(report.rightInThree()));
    line("answered right", percent(report.answeredRight()));
    line("rightly cited", percent(report.citedRight()) + " of those");
    line("wrongly refused", percent(report.wronglyRefused()));
    line("far held back", percent(report.farHeld()) + " of " + report.far());
    line("near held back", percent(report.nearHeld()) + " of " + report.near());
    line("urgent seen", percent(report.urgentSeen()) + " of " + report.urgent());
    line("false alarms", String.valueOf(report.falseAlarms()));
    terminal.out().println();
    report
        .misses()
        .forEach(miss ->
            terminal
                .out()
                .println(
                    "%s %s: %s %s"
                        .formatted(
                            miss.question().id(),
                            miss.why(),
                            miss.question().words(),
                            miss.sections())));
  }

  private void printJson(GoldenEvaluation.Report report) {
    ObjectNode node =
        JSON.createObjectNode()
            .put("inScope", report.inScope())
            .put("rightFirst", rounded(report.rightFirst()))
            .put("rightInThree", rounded(report.rightInThree()))
            .put("answeredRight", rounded(report.answeredRight()))
            .put("citedRight", rounded(report.citedRight()))
            .put("wronglyRefused", rounded(report.wronglyRefused()))
            .put("far", report.far())
            .put("farHeld", rounded(report.farHeld()))
            .put("near", report.near())
            .put("nearHeld", rounded(report.nearHeld()))
            .put("urgent", report.urgent())
            .put("urgentSeen", rounded(report.urgentSeen()))
            .put("falseAlarms", report.falseAlarms());
    report
        .misses()
        .forEach(miss -> {
          ObjectNode missed = node.withArray("misses").addObject();
          missed.put("id", miss.question().id());
          missed.put("q", miss.question().words());
          missed.put("why", miss.why());
          miss.sections().forEach(missed.putArray("sections")::add);
        });
    terminal.out().println(node);
  }

  private void line(String what, String value) {
    terminal.out().printf(Locale.ROOT, "%-16s %s%n", what, value);
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f%%", share * 100);
  }

  private static double rounded(double value) {
    return Math.round(value * 10_000) / 10_000.0;
  }
}
