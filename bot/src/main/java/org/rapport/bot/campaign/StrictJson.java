package org.rapport.bot.campaign;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * A JSON object that is read key by key. What is missing, unknown or of another kind becomes a
 * problem that says where and what was expected.
 */
final class StrictJson {
  private static final int SHOWN = 40;

  private final JsonNode node;
  private final String path;
  private final List<String> problems;

  private StrictJson(JsonNode node, String path, List<String> problems, Set<String> keys) {
    this.node = node;
    this.path = path;
    this.problems = problems;
    Iterator<String> names = node.fieldNames();
    while (names.hasNext()) {
      String name = names.next();
      if (!keys.contains(name)) {
        problems.add(
            path + shown(name) + ": unknown; expected one of " + String.join(", ", sorted(keys)));
      }
    }
  }

  /**
   * @param problems where they are listed
   * @param keys all that there may be
   */
  static StrictJson of(JsonNode node, List<String> problems, Set<String> keys) {
    if (!node.isObject()) {
      problems.add("expected a JSON object");
    }
    return new StrictJson(node, "", problems, keys);
  }

  /** The object of a key; empty, and no problem, if there is none. */
  Optional<StrictJson> object(String key, Set<String> keys) {
    return given(key)
        .filter(value -> isOr(value.isObject(), key, "an object", value))
        .map(value -> new StrictJson(value, path + key + ".", problems, keys));
  }

  /** The objects in the array of a key. */
  List<StrictJson> objects(String key, int most, Set<String> keys) {
    List<StrictJson> found = new ArrayList<>();
    for (JsonNode each : array(key, most)) {
      String at = key + "[" + found.size() + "]";
      if (isOr(each.isObject(), at, "an object", each)) {
        found.add(new StrictJson(each, path + at + ".", problems, keys));
      }
    }
    return found;
  }

  /** What the text of a key means; a problem if it means nothing. */
  <T> Optional<T> text(String key, String expected, Function<String, Optional<T>> meaning) {
    return given(key).flatMap(value -> meaning(key, expected, value, meaning));
  }

  /** The same of a key that must be there. */
  <T> Optional<T> required(String key, String expected, Function<String, Optional<T>> meaning) {
    if (given(key).isEmpty()) {
      problems.add(path + key + ": missing; expected " + expected);
    }
    return text(key, expected, meaning);
  }

  /** What each text or number in the array of a key means. */
  <T> List<T> texts(String key, int most, String expected, Function<String, Optional<T>> meaning) {
    List<T> found = new ArrayList<>();
    for (JsonNode each : array(key, most)) {
      meaning(key, expected, each, meaning).ifPresent(found::add);
    }
    return found;
  }

  /** Whether the key is there. */
  boolean has(String key) {
    return given(key).isPresent();
  }

  void problem(String key, String words) {
    problems.add(path + key + ": " + words);
  }

  private Iterable<JsonNode> array(String key, int most) {
    return given(key)
        .filter(value ->
            isOr(
                value.isArray() && value.size() <= most, key, "an array of at most " + most, value))
        .<Iterable<JsonNode>>map(value -> value)
        .orElse(List.of());
  }

  private <T> Optional<T> meaning(
      String key, String expected, JsonNode value, Function<String, Optional<T>> meaning) {
    Optional<T> found =
        value.isTextual() || value.isIntegralNumber()
            ? meaning.apply(value.asText())
            : Optional.empty();
    isOr(found.isPresent(), key, expected, value);
    return found;
  }

  private boolean isOr(boolean is, String key, String expected, JsonNode value) {
    if (!is) {
      problem(key, "expected " + expected + ", found " + shown(value.toString()));
    }
    return is;
  }

  private Optional<JsonNode> given(String key) {
    return Optional.ofNullable(node.get(key)).filter(value -> !value.isNull());
  }

  private static List<String> sorted(Set<String> keys) {
    return keys.stream().sorted().toList();
  }

  private static String shown(String found) {
    String line = found.replaceAll("\\p{Cntrl}", " ");
    return line.length() <= SHOWN ? line : line.substring(0, SHOWN) + "...";
  }
}
