package org.rapport.bot.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.rapport.bot.App;
import org.rapport.bot.Settings;
import org.rapport.bot.SettingsReader;
import org.rapport.bot.conversation.AnswerMessages;
import org.rapport.bot.store.DataFolder;
import org.rapport.knowledge.Answer;
import org.rapport.knowledge.Knowledge;
import org.rapport.knowledge.Question;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "ask",
    description = "Answers a question, or each of a file of questions.",
    mixinStandardHelpOptions = true)
final class AskCommand implements Callable<Integer> {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Supplier<SettingsReader> settings;
  private final Terminal terminal;

  @ArgGroup(multiplicity = "1")
  private Asked asked = new Asked();

  @Option(names = "--json", description = "Print one JSON object an answer.")
  private boolean json;

  @Option(
      names = "--content",
      paramLabel = "DIR",
      description = "Answer from this content folder instead of the live index.")
  private @Nullable Path content;

  static final class Asked {
    @Parameters(paramLabel = "QUESTION", arity = "1", description = "The question, in quotes.")
    private @Nullable String question;

    @Option(
        names = "--batch",
        paramLabel = "FILE",
        description = "Questions, one {\"id\":...,\"q\":...} a line.")
    private @Nullable Path batch;
  }

  AskCommand(Supplier<SettingsReader> settings, Terminal terminal) {
    this.settings = settings;
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    Settings read = settings.get().read();
    try (OpenGuidance guidance = OpenGuidance.of(new DataFolder(read.data()), content, terminal)) {
      Shown shown = json ? this::showJson : inWords(read);
      if (asked.batch != null) {
        askEach(asked.batch, guidance.knowledge(), shown);
      } else if (asked.question != null) {
        ask(guidance.knowledge(), Optional.empty(), asked.question, shown);
      }
    }
    return 0;
  }

  /** How an answer is shown. */
  private interface Shown {
    void show(Optional<JsonNode> id, String question, Answer answer, double tookMillis);
  }

  private static void ask(
      Knowledge knowledge, Optional<JsonNode> id, String question, Shown shown) {
    long start = System.nanoTime();
    Answer answer = knowledge.ask(new Question(question));
    shown.show(id, question, answer, (System.nanoTime() - start) / 1_000_000.0);
  }

  private void askEach(Path file, Knowledge knowledge, Shown shown) {
    try (BufferedReader lines = Files.newBufferedReader(file)) {
      String line;
      for (int number = 1; (line = lines.readLine()) != null; number++) {
        if (!line.isBlank()) {
          JsonNode node = parse(file, number, line);
          ask(knowledge, Optional.of(node.path("id")), node.path("q").asText(), shown);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + file, e);
    }
  }

  private static JsonNode parse(Path file, int number, String line) {
    try {
      JsonNode node = JSON.readTree(line);
      if (node.path("q").isTextual()) {
        return node;
      }
    } catch (JsonProcessingException notJson) {
      // Told below.
    }
    throw new Refusal(file + ":" + number + ": expected {\"id\":\"...\",\"q\":\"the question\"}");
  }

  private void showJson(Optional<JsonNode> id, String question, Answer answer, double tookMillis) {
    ObjectNode node = JSON.createObjectNode();
    id.ifPresent(given -> node.set("id", given));
    node.setAll(AnswerJson.of(answer, tookMillis));
    terminal.out().println(node);
  }

  private Shown inWords(Settings read) {
    AnswerMessages messages = new AnswerMessages(App.wording(read));
    return (id, question, answer, tookMillis) -> {
      id.ifPresent(several -> terminal.out().println("> " + question + System.lineSeparator()));
      terminal.out().println(TerminalText.of(messages.message(answer, Optional.empty())));
    };
  }
}
