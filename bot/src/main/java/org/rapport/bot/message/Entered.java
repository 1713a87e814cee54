package org.rapport.bot.message;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What somebody put into a form, as their channel sent it: nothing in it is checked. A field that
 * was left empty is not there.
 *
 * @param byField what was typed or chosen, by the field's id
 */
public record Entered(Map<String, List<String>> byField) {

  public Entered {
    Map<String, List<String>> kept = new LinkedHashMap<>();
    byField.forEach((field, typed) -> {
      List<String> said = typed.stream().filter(one -> !one.isBlank()).map(String::strip).toList();
      if (!said.isEmpty()) {
        kept.put(field, said);
      }
    });
    byField = Map.copyOf(kept);
  }

  /** The names that came back, of fields or not. */
  public Set<String> fields() {
    return byField.keySet();
  }

  /** What was typed or chosen in a field; empty if it was left empty. */
  public Optional<String> one(String field) {
    return all(field).stream().findFirst();
  }

  /** All that was chosen in a field. */
  public List<String> all(String field) {
    return byField.getOrDefault(field, List.of());
  }
}
