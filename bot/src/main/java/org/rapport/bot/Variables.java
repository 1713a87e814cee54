package org.rapport.bot;

import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigValue;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;

/**
 * What is set by the environment and by the file that {@code RAPPORT_CONFIG} names; the environment
 * wins, and a blank value counts as not set. Whatever is wrong is noted, never thrown, so that all
 * of it can be told at once; no value is ever repeated, for it may be a secret in the wrong place.
 */
final class Variables {
  /** What {@link #address} expects at least. */
  static final String HTTPS = "an https address (http only on this machine)";

  private final Map<String, String> values = new HashMap<>();
  private final List<String> problems = new ArrayList<>();

  Variables(Map<String, String> environment) {
    Optional.ofNullable(environment.get(SettingNames.FILE))
        .filter(file -> !file.isBlank())
        .ifPresent(file -> readFile(Path.of(file.strip())));
    environment.forEach(this::readVariable);
  }

  List<String> problems() {
    return problems.stream().sorted().toList();
  }

  void problem(String line) {
    problems.add(line);
  }

  boolean has(String name) {
    return values.containsKey(name);
  }

  Optional<String> text(String name) {
    return Optional.ofNullable(values.get(name));
  }

  /** A value without spaces or control characters, such as an id or a secret. */
  Optional<String> token(String name) {
    Optional<String> value = text(name);
    if (value.isPresent() && value.get().chars().anyMatch(c -> c <= ' ' || c >= 127)) {
      problem(name + " has a space or another character in it that does not belong there");
    }
    return value;
  }

  boolean flag(String name) {
    String value = text(name).orElse("false");
    if (!value.equals("true") && !value.equals("false")) {
      problem(name + " must be true or false");
    }
    return value.equals("true");
  }

  int number(String name, int least, int most, int otherwise) {
    return number(name, least, most).orElse(otherwise);
  }

  OptionalInt number(String name, int least, int most) {
    Optional<String> value = text(name);
    if (value.isEmpty()) {
      return OptionalInt.empty();
    }
    try {
      int number = Integer.parseInt(value.get());
      if (number >= least && number <= most) {
        return OptionalInt.of(number);
      }
    } catch (NumberFormatException notANumber) {
      // Told below, in the same words as a number that is out of bounds.
    }
    problem("%s must be a whole number from %d to %d".formatted(name, least, most));
    return OptionalInt.empty();
  }

  /** An address under https, or under http on this machine. */
  URI address(String name, URI otherwise, Predicate<URI> rule, String expected) {
    Optional<String> value = text(name);
    if (value.isEmpty()) {
      return otherwise;
    }
    try {
      URI uri = URI.create(value.get());
      if (safe(uri) && rule.test(uri)) {
        return uri;
      }
    } catch (IllegalArgumentException notAnAddress) {
      // Told below, in the same words as an address that breaks the rule.
    }
    problem(name + " must be " + expected + "; in a settings file it stands in quotes");
    return otherwise;
  }

  private static boolean safe(URI uri) {
    if (uri.getHost() == null || uri.getUserInfo() != null) {
      return false;
    }
    return "https".equals(uri.getScheme())
        || ("http".equals(uri.getScheme()) && Loopback.is(uri.getHost()));
  }

  private void readVariable(String name, String value) {
    if (SettingNames.known(name)) {
      if (!value.isBlank()) {
        values.put(name, value.strip());
      }
    } else if (SettingNames.ours(name) && !name.equals(SettingNames.FILE)) {
      problem(unknown(name));
    }
  }

  private void readFile(Path file) {
    if (!Files.isReadable(file) || Files.isDirectory(file)) {
      problem(SettingNames.FILE + " names a file that is not there or cannot be read: " + file);
      return;
    }
    try {
      ConfigFactory.parseFile(file.toFile())
          .resolve()
          .root()
          .forEach((name, value) -> readEntry(file, name, value));
    } catch (ConfigException broken) {
      // Its message may quote a secret that stands near the mistake.
      int line = broken.origin() == null ? 0 : broken.origin().lineNumber();
      problem(
          file + (line > 0 ? " line " + line : "") + " is not a settings file: NAME = \"value\"");
    }
  }

  private void readEntry(Path file, String name, ConfigValue value) {
    if (!SettingNames.known(name)) {
      problem(file + ": " + unknown(name));
      return;
    }
    switch (value.valueType()) {
      case STRING, NUMBER, BOOLEAN -> readVariable(name, String.valueOf(value.unwrapped()));
      case NULL -> {}
      case LIST, OBJECT -> problem(file + ": " + name + " must be one plain value");
    }
  }

  private static String unknown(String name) {
    return name
        + " is not a setting of Rapport"
        + SettingNames.meant(name).map(known -> "; did you mean " + known + "?").orElse("");
  }
}
