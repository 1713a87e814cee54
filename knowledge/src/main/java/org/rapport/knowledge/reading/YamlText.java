package org.rapport.knowledge.reading;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.constructor.StandardConstructor;
import org.snakeyaml.engine.v2.events.Event;
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
    return guarded(
        "lines of 'key: value'",
        () ->
            new Load(SETTINGS).loadFromString(text) instanceof Map<?, ?> map
                ? Optional.<Map<?, ?>>of(map)
                : Optional.empty());
  }

  /** The entries of the list that it is; empty, and a problem noted, if it is none. */
  List<Item> items() {
    return guarded(
            "a list of entries that start with '- '",
            () ->
                new Compose(SETTINGS)
                    .composeString(text)
                    .filter(SequenceNode.class::isInstance)
                    .map(SequenceNode.class::cast)
                    .map(list -> list.getValue().stream().map(this::item).toList()))
        .orElse(List.of());
  }

  private Item item(Node node) {
    Object value = new StandardConstructor(SETTINGS).constructSingleDocument(Optional.of(node));
    return new Item(line + node.getStartMark().map(Mark::getLine).orElse(0), value);
  }

  private <T> Optional<T> guarded(String expected, Supplier<Optional<T>> reading) {
    try {
      if (isDeep()) {
        problems.add(file, line, "Nested too deep; expected " + expected);
        return Optional.empty();
      }
      Optional<T> read = reading.get();
      if (read.isEmpty()) {
        problems.add(file, line, "Expected " + expected);
      }
      return read;
    } catch (MarkedYamlEngineException broken) {
      int at = broken.getProblemMark().map(Mark::getLine).orElse(0);
      problems.add(file, line + at, "Not readable as YAML: " + broken.getProblem());
    } catch (YamlEngineException broken) {
      problems.add(file, line, "Not readable as YAML");
    }
    return Optional.empty();
  }

  private boolean isDeep() {
    int depth = 0;
    for (Event event : new Parse(SETTINGS).parseString(text)) {
      depth +=
          switch (event.getEventId()) {
            case SequenceStart, MappingStart -> 1;
            case SequenceEnd, MappingEnd -> -1;
            default -> 0;
          };
      if (depth > DEEPEST) {
        return true;
      }
    }
    return false;
  }
}
