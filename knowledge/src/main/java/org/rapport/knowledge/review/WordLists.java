package org.rapport.knowledge.review;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The lists that a review goes by, one entry a line; {@code #} starts a comment. */
final class WordLists {
  private WordLists() {}

  /** The entries of a list. */
  static List<String> lines(String name) {
    try (InputStream file = WordLists.class.getResourceAsStream("/review/" + name)) {
      if (file == null) {
        throw new IllegalStateException("The list review/" + name + " is missing");
      }
      return new String(file.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .map(String::strip)
          .filter(line -> !line.isEmpty() && !line.startsWith("#"))
          .toList();
    } catch (IOException broken) {
      throw new UncheckedIOException("The list review/" + name + " cannot be read", broken);
    }
  }

  /** Finds the entries of a list as whole words. */
  static Pattern phrases(String name) {
    // (?!) is nowhere: so that a list without entries is not found everywhere.
    return Pattern.compile(
        Stream.concat(Stream.of("(?!)"), lines(name).stream().map(Pattern::quote))
            .collect(Collectors.joining("|", "\\b(?:", ")\\b")));
  }

  /** The entries of a list of two columns, parted by a space. */
  static Map<String, String> pairs(String name) {
    return lines(name).stream()
        .map(line -> line.split(" ", 2))
        .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
  }

  /** The entries of a list of a word and a whole number. */
  static Map<String, Integer> numbers(String name) {
    return pairs(name).entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, entry -> Integer.valueOf(entry.getValue())));
  }
}
