package org.rapport.knowledge.content;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** A block of YAML whose values are text or lists of text; anything else is a problem. */
final class Yaml {
  /** A list under a key is two deep; the reader calls itself for each, and must not run out. */
  private static final int DEEPEST = 20;

  private final String file;
  private final int line;
  private final Problems problems;
  private final Map<String, Object> values;

  private Yaml(String file, int line, Problems problems, Map<String, Object> values) {
    this.file = file;
    this.line = line;
    this.problems = problems;
    this.values = values;
  }

  /**
   * Reads a block.
   *
   * @param line the line of the file that the block's first line is, from 1
   * @param allowed the keys that may stand in it
   */
  static Yaml read(String text, String file, int line, Set<String> allowed, Problems problems) {
    Map<String, Object> values = new LinkedHashMap<>();
    try {
      LoadSettings settings =
          LoadSettings.builder()
              .setCodePointLimit(1_000_000)
              .setMaxAliasesForCollections(0)
              .build();
      if (isDeep(text, settings)) {
        problems.add(file, line, "Nested too deep; expected lines of 'key: value'");
      } else if (new Load(settings).loadFromString(text) instanceof Map<?, ?> map) {
        map.forEach((key, value) -> {
          if (!allowed.contains(String.valueOf(key))) {
            problems.add(
                file, line, "Unknown key '" + key + "'; expected some of " + sorted(allowed));
          } else if (value != null) {
            values.put(String.valueOf(key), value);
          }
        });
      } else {
        problems.add(file, line, "Expected lines of 'key: value'");
      }
    } catch (MarkedYamlEngineException broken) {
      int at = broken.getProblemMark().map(mark -> mark.getLine()).orElse(0);
      problems.add(file, line + at, "Not readable as YAML: " + broken.getProblem());
    } catch (YamlEngineException broken) {
      problems.add(file, line, "Not readable as YAML");
    }
    return new Yaml(file, line, problems, values);
  }

  private static boolean isDeep(String text, LoadSettings settings) {
    int depth = 0;
    for (Event event : new Parse(settings).parseString(text)) {
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

  /** The text under a key; empty, and a problem noted, if it is missing or not text. */
  String text(String key) {
    return text(key, null);
  }

  /** The text under a key, or {@code otherwise} if it is missing and that is not null. */
  String text(String key, @Nullable String otherwise) {
    Object value = values.get(key);
    if (value == null && otherwise != null) {
      return otherwise;
    }
    if (value == null || value instanceof Map || value instanceof List) {
      problems.add(file, line, "'" + key + "' is missing; expected '" + key + ": words'");
      return "";
    }
    return value.toString().strip();
  }

  /** The texts under a key; a problem is noted if it is missing, empty or not a list of text. */
  List<String> list(String key) {
    if (values.get(key) instanceof List<?> list
        && !list.isEmpty()
        && list.stream().noneMatch(v -> v == null || v instanceof Map || v instanceof List)) {
      return list.stream().map(value -> String.valueOf(value).strip()).toList();
    }
    problems.add(file, line, "'" + key + "' is missing; expected a list of text");
    return List.of();
  }

  boolean has(String key) {
    return values.containsKey(key);
  }

  private static List<String> sorted(Set<String> keys) {
    return keys.stream().sorted().toList();
  }
}
