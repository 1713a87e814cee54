package org.rapport.bot.conversation;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What is no question for the guidance; the phrases are in {@code smalltalk.properties}. */
enum Smalltalk {
  /** A greeting, or what the coach can do. */
  HELP,
  /** Who or what the coach is. */
  ABOUT,
  /** Who can see what. */
  PRIVACY,
  THANKS,
  /** Nothing to read. */
  EMPTY,
  /** In a script that the guidance is not written in. */
  FOREIGN,
  /** None of these: to be answered from the guidance. */
  QUESTION;

  private static final Properties PHRASES = phrases();
  private static final Pattern COURTESIES = courtesies();
  private static final int LONGEST = 100;
  private static final Map<String, Smalltalk> KINDS = kinds();

  static Smalltalk of(String text) {
    if (text.codePoints().noneMatch(Character::isLetterOrDigit)) {
      return EMPTY;
    }
    if (isForeign(text)) {
      return FOREIGN;
    }
    String folded = folded(text);
    if (folded.length() > LONGEST) {
      return QUESTION;
    }
    String plain = COURTESIES.matcher(folded).replaceAll("");
    Smalltalk meant = plain.isEmpty() ? HELP : KINDS.getOrDefault(plain, QUESTION);
    return KINDS.getOrDefault(folded, meant);
  }

  private static boolean isForeign(String text) {
    long letters = text.codePoints().filter(Character::isLetter).count();
    long latin =
        text.codePoints()
            .filter(Character::isLetter)
            .filter(letter -> Character.UnicodeScript.of(letter) == Character.UnicodeScript.LATIN)
            .count();
    return 2 * latin < letters;
  }

  private static String folded(String text) {
    return text.toLowerCase(Locale.ROOT)
        .replaceAll("['\u2019]", "")
        .replaceAll("[^\\p{L}\\p{N}]+", " ")
        .strip();
  }

  /** They stand at either end. */
  private static Pattern courtesies() {
    String any = "(?:" + String.join("|", said("courtesies")) + ")";
    return Pattern.compile("^" + any + "(?: " + any + ")*(?: |$)|(?: " + any + ")+$");
  }

  private static Map<String, Smalltalk> kinds() {
    Map<String, Smalltalk> kinds = new LinkedHashMap<>();
    for (Smalltalk kind : Set.of(HELP, ABOUT, PRIVACY, THANKS)) {
      said(kind.name().toLowerCase(Locale.ROOT)).forEach(phrase -> kinds.put(phrase, kind));
    }
    return kinds;
  }

  private static Set<String> said(String kind) {
    return Arrays.stream(PHRASES.getProperty(kind).split(","))
        .map(String::strip)
        .collect(Collectors.toUnmodifiableSet());
  }

  private static Properties phrases() {
    Properties phrases = new Properties();
    try (InputStream file =
        Objects.requireNonNull(Smalltalk.class.getResourceAsStream("/smalltalk.properties"))) {
      phrases.load(new InputStreamReader(file, StandardCharsets.UTF_8));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
    return phrases;
  }
}
