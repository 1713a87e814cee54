package org.rapport.knowledge.reading;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.composer.Composer;
import org.snakeyaml.engine.v2.constructor.StandardConstructor;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** A text of YAML from outside: bounded in size and depth, and without aliases. */
final class YamlText {
  /** A list under a key is two deep; the reader calls itself for each, and must not run out. */
  private static final int DEEPEST = 20;

  private static final LoadSettings SETTINGS =
      LoadSettings.builder().setCodePointLimit(1_000_000).setMaxAliasesForCollections(0).build();

  private final String text;
  private final String file;
  private final int line;
  private final Problems problems;

  /** One entry of a list and the line of the file that it starts on, from 1. */
  record Item(int line, Object value) {}

  /**
   * @param line the line of the file that the text's first line is, from 1
   */
  YamlText(String text, String file, int line, Problems problems) {
    this.text = text;
    this.file = file;
    this.line = line;
    this.problems = problems;
  }

  /** The map that it is; empty, and a problem noted, if it is none. */
  Optional<Map<?, ?>> map() {
    Optional<Map<String, Object>> plain = PlainYaml.map(text);
    return plain.isPresent() ? Optional.of(plain.get()) : parsed();
  }

  /** The same, by a parser of all YAML. */
  Optional<Map<?, ?>> parsed() {
    return guarded(
        "lines of 'key: value'",
        node ->
            constructed(node) instanceof Map<?, ?> map
                ? Optional.<Map<?, ?>>of(map)
                : Optional.empty());
  }

  /** The entries of the list that it is; empty, and a problem noted, if it is none. */
  List<Item> items() {
    return guarded(
            "a list of entries that start with '- '",
            node ->
                node instanceof SequenceNode list
                    ? Optional.of(list.getValue().stream().map(this::item).toList())
                    : Optional.empty())
        .orElse(List.of());
  }

  private Item item(Node node) {
    return new Item(line + node.getStartMark().map(Mark::getLine).orElse(0), constructed(node));
  }

  private static Object constructed(Node node) {
    return new StandardConstructor(SETTINGS).constructSingleDocument(Optional.of(node));
  }

  private <T> Optional<T> guarded(String expected, Function<Node, Optional<T>> reading) {
    try {
      ShallowParser parser = new ShallowParser(text, SETTINGS, DEEPEST);
      Optional<T> read = new Composer(SETTINGS, parser).getSingleNode().flatMap(reading);
      if (read.isEmpty()) {
        problems.add(file, line, "Expected " + expected);
      }
      return read;
    } catch (ShallowParser.TooDeep deep) {
      problems.add(file, line, "Nested too deep; expected " + expected);
    } catch (MarkedYamlEngineException broken) {
      int at = broken.getProblemMark().map(Mark::getLine).orElse(0);
      problems.add(file, line + at, "Not readable as YAML: " + broken.getProblem());
    } catch (YamlEngineException broken) {
      problems.add(file, line, "Not readable as YAML");
    }
    return Optional.empty();
  }
}
