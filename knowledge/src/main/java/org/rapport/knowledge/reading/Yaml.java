package org.rapport.knowledge.reading;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A map of YAML with known keys; what is missing or of another form is a problem. */
public final class Yaml {
  private final String file;
  private final int line;
  private final Problems problems;
  private final Map<String, Object> values = new LinkedHashMap<>();

  private Yaml(String file, int line, Problems problems) {
    this.file = file;
    this.line = line;
    this.problems = problems;
  }

  /**
   * Reads a block that is one map.
   *
   * @param line the line of the file that the block's first line is, from 1
   * @param allowed the keys that may stand in it
   */
  public static Yaml read(
      String text, String file, int line, Set<String> allowed, Problems problems) {
    Yaml yaml = new Yaml(file, line, problems);
    new YamlText(text, file, line, problems).map().ifPresent(map -> yaml.take(map, allowed));
    return yaml;
  }

  /**
   * Reads a file that is a list of maps.
   *
   * @param allowed the keys that may stand in each
   */
  public static List<Yaml> readAll(
      List<String> lines, String file, Set<String> allowed, Problems problems) {
    return new YamlText(String.join("\n", lines), file, 1, problems)
        .items().stream().map(item -> of(item, file, allowed, problems)).toList();
  }

  private static Yaml of(YamlText.Item item, String file, Set<String> allowed, Problems problems) {
    Yaml yaml = new Yaml(file, item.line(), problems);
    yaml.takeMap(item.value(), allowed);
    return yaml;
  }

  private void takeMap(Object value, Set<String> allowed) {
    if (value instanceof Map<?, ?> map) {
      take(map, allowed);
    } else {
      problem("Expected lines of 'key: value'");
    }
  }

  private void take(Map<?, ?> map, Set<String> allowed) {
    map.forEach((key, value) -> {
      if (!allowed.contains(String.valueOf(key))) {
        problem(
            "Unknown key '" + key + "'; expected some of " + allowed.stream().sorted().toList());
      } else if (value != null) {
        values.put(String.valueOf(key), value);
      }
    });
  }

  /** Notes a problem at its line. */
  public void problem(String message) {
    problems.add(file, line, message);
  }

  /** The file that it stands in. */
  public String file() {
    return file;
  }

  public boolean has(String key) {
    return values.containsKey(key);
  }

  /** The text under a key; empty, and a problem noted, if it is missing or not text. */
  public String text(String key) {
    return text(key, null);
  }

  /** The text under a key, or {@code otherwise} if it is missing and that is not null. */
  public String text(String key, @Nullable String otherwise) {
    Object value = values.get(key);
    if (value == null && otherwise != null) {
      return otherwise;
    }
    if (value == null || value instanceof Map || value instanceof List) {
      problem("'" + key + "' is missing; expected '" + key + ": words'");
      return "";
    }
    return value.toString().strip();
  }

  /** The text under a key that may be missing. */
  public Optional<String> maybe(String key) {
    return has(key) ? Optional.of(text(key)) : Optional.empty();
  }

  /** The texts under a key; a problem is noted if it is missing, empty or not a list of text. */
  public List<String> list(String key) {
    List<String> list = listOrNone(key);
    if (list.isEmpty()) {
      problem("'" + key + "' is missing; expected a list of text");
    }
    return list;
  }

  /** The texts under a key that may be missing or empty; a problem if it is not a list of text. */
  public List<String> maybeList(String key) {
    List<String> list = listOrNone(key);
    if (list.isEmpty() && has(key) && !List.of().equals(values.get(key))) {
      problem("'" + key + "': expected a list of text");
    }
    return list;
  }

  private List<String> listOrNone(String key) {
    return values.get(key) instanceof List<?> list
            && list.stream().noneMatch(v -> v == null || v instanceof Map || v instanceof List)
        ? list.stream().map(value -> String.valueOf(value).strip()).toList()
        : List.of();
  }

  /** The whole number under a key; {@code least}, and a problem noted, if it is out of range. */
  public int number(String key, int least, int most) {
    if (values.get(key) instanceof Integer number && number >= least && number <= most) {
      return number;
    }
    problem("'" + key + "': expected a whole number from " + least + " to " + most);
    return least;
  }

  /** The yes or no under a key; no, and a problem noted, if it is neither. */
  public boolean flag(String key) {
    if (values.get(key) instanceof Boolean flag) {
      return flag;
    }
    problem("'" + key + "': expected true or false");
    return false;
  }

  /** The date under a key; the first of all, and a problem noted, if it is none. */
  public LocalDate date(String key) {
    return date(key, text(key));
  }

  private LocalDate date(String key, String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException notDate) {
      problem("'" + key + "': expected a date such as 2027-05-31, found '" + text + "'");
      return LocalDate.MIN;
    }
  }

  /** The lists of two dates under a key that may be missing; what is none is left out. */
  public List<List<LocalDate>> datePairs(String key) {
    List<List<LocalDate>> pairs = new ArrayList<>();
    for (Object each : objects(key)) {
      if (each instanceof List<?> pair && pair.size() == 2) {
        pairs.add(pair.stream().map(date -> date(key, String.valueOf(date))).toList());
      } else {
        problem("'" + key + "': expected lists of two dates, found '" + each + "'");
      }
    }
    return pairs;
  }

  /** The constant that the word under a key names; a problem is noted if it names none. */
  public <E extends Enum<E>> Optional<E> constant(String key, Class<E> type) {
    String word = text(key);
    Optional<E> found =
        Stream.of(type.getEnumConstants()).filter(each -> word(each).equals(word)).findFirst();
    if (found.isEmpty()) {
      List<String> words = Stream.of(type.getEnumConstants()).map(Yaml::word).toList();
      problem("'" + key + "': expected one of " + words + ", found '" + word + "'");
    }
    return found;
  }

  /** The word that names a constant in YAML: lower case, with hyphens. */
  public static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The map under a key; without any, and a problem noted, if it is missing or no map. */
  public Yaml map(String key, Set<String> allowed) {
    return of(key, values.getOrDefault(key, ""), allowed);
  }

  /** The maps in the list under a key; a problem is noted if it is missing, empty or no list. */
  public List<Yaml> maps(String key, Set<String> allowed) {
    List<Yaml> maps = objects(key).stream().map(each -> of(key, each, allowed)).toList();
    if (maps.isEmpty()) {
      problem("'" + key + "' is missing; expected a list of entries");
    }
    return maps;
  }

  /** The maps under the keys of a map that may have any keys; none if it is missing. */
  public Map<String, Yaml> mapsByKey(String key, Set<String> allowed) {
    Map<String, Yaml> maps = new LinkedHashMap<>();
    anyMap(key).forEach((name, value) -> maps.put(String.valueOf(name), of(key, value, allowed)));
    return maps;
  }

  /** The texts under the keys of a map that may have any keys; none if it is missing. */
  public Map<String, String> textsByKey(String key) {
    Map<String, String> texts = new LinkedHashMap<>();
    anyMap(key)
        .forEach((name, value) -> {
          if (value == null || value instanceof Map || value instanceof List) {
            problem("'" + key + "': expected words under '" + name + "'");
          } else {
            texts.put(String.valueOf(name), value.toString().strip());
          }
        });
    return texts;
  }

  private Yaml of(String key, @Nullable Object value, Set<String> allowed) {
    Yaml yaml = new Yaml(file, line, problems);
    if (value instanceof Map<?, ?> map) {
      yaml.take(map, allowed);
    } else {
      problem("'" + key + "': expected a map with " + allowed.stream().sorted().toList());
    }
    return yaml;
  }

  private Map<?, ?> anyMap(String key) {
    Object value = values.get(key);
    if (value == null) {
      return Map.of();
    }
    if (value instanceof Map<?, ?> map) {
      return map;
    }
    problem("'" + key + "': expected lines of 'key: value' under it");
    return Map.of();
  }

  private List<?> objects(String key) {
    Object value = values.get(key);
    if (value == null) {
      return List.of();
    }
    if (value instanceof List<?> list) {
      return list;
    }
    problem("'" + key + "': expected a list");
    return List.of();
  }
}
