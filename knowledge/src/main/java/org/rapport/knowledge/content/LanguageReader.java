package org.rapport.knowledge.content;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.rapport.knowledge.reading.Problems;

/**
 * Reads the lists of acronyms ({@code FTSU = freedom to speak up}), synonyms ({@code a, b}) and
 * shorthand ({@code wot = what}).
 */
final class LanguageReader {
  private final Problems problems;

  LanguageReader(Problems problems) {
    this.problems = problems;
  }

  Map<String, List<String>> acronyms(String file, List<String> lines) {
    Map<String, List<String>> acronyms = new HashMap<>();
    eachLine(
        lines,
        (number, line) -> {
          int equals = line.indexOf('=');
          List<String> meanings = equals < 0 ? List.of() : words(line.substring(equals + 1), "\\|");
          if (meanings.isEmpty() || line.substring(0, equals).isBlank()) {
            problems.add(file, number, "Expected SHORT = long form, or SHORT = one | another");
          } else {
            acronyms.put(line.substring(0, equals).strip().toLowerCase(Locale.ROOT), meanings);
          }
        });
    return acronyms;
  }

  List<List<String>> synonyms(String file, List<String> lines) {
    List<List<String>> groups = new ArrayList<>();
    eachLine(
        lines,
        (number, line) -> {
          List<String> group = words(line, ",");
          if (group.size() < 2) {
            problems.add(file, number, "Expected two or more terms parted by commas");
          } else {
            groups.add(group);
          }
        });
    return groups;
  }

  Map<String, String> shorthand(String file, List<String> lines) {
    Map<String, String> shorthand = new HashMap<>();
    eachLine(
        lines,
        (number, line) -> {
          String[] sides = line.split("=", -1);
          if (sides.length != 2 || sides[0].isBlank() || sides[1].isBlank()) {
            problems.add(file, number, "Expected WHAT PEOPLE TYPE = what it is read as");
          } else if (shorthand.put(sides[0].strip().toLowerCase(Locale.ROOT), sides[1].strip())
              != null) {
            problems.add(file, number, "There is a line for " + sides[0].strip() + " already");
          }
        });
    return shorthand;
  }

  private static void eachLine(List<String> lines, BiConsumer<Integer, String> reader) {
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      if (!line.isEmpty() && !line.startsWith("#")) {
        reader.accept(i + 1, line);
      }
    }
  }

  private static List<String> words(String text, String separator) {
    return Stream.of(text.split(separator))
        .map(word -> word.strip().toLowerCase(Locale.ROOT))
        .filter(word -> !word.isEmpty())
        .toList();
  }
}
