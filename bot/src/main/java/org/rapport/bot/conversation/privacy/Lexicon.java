package org.rapport.bot.conversation.privacy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The word lists by which names are told from other words, from the folder {@code privacy}. */
final class Lexicon {
  private static final Pattern SHAPED_SURNAME = Pattern.compile("(?:o'|mc)\\p{L}{3,}");

  private static final Pattern HYPHEN = Pattern.compile("-");

  /** No name is longer, in chars. */
  private static final int LONGEST_NAME = 40;

  private static final List<String> ENDINGS = List.of("s", "es", "ed", "ing", "er", "ers", "ly");

  private final Set<String> given = lines("given-names.txt");
  private final Set<String> surnames = lines("surnames.txt");
  private final Set<String> ordinary = lines("ordinary-words.txt");
  private final Properties beside = properties("beside-names.properties");
  private final Set<String> health = new HashSet<>();
  private final Set<String> healthStarts = new HashSet<>();
  private final Set<String> publicWords = new HashSet<>();
  private final Map<String, Set<List<String>>> publicPhrases = new HashMap<>();

  Lexicon() {
    lines("health-words.txt").forEach(this::addHealth);
    lines("public-names.txt").forEach(this::addPublic);
  }

  /** Given names with a hyphen begin with a common one. */
  boolean isGiven(String word) {
    int hyphen = word.indexOf('-');
    return hyphen > 0 ? given.contains(word.substring(0, hyphen)) : isIn(given, word);
  }

  boolean isSurname(String word) {
    return isIn(surnames, word)
        || SHAPED_SURNAME.matcher(word).matches()
        || isDoubleBarrelled(word);
  }

  /** Whether the word is in the list, perhaps as "kevs" for "Kev's". */
  private boolean isIn(Set<String> list, String word) {
    if (list.contains(word)) {
      return true;
    }
    String owner = word.endsWith("s") ? word.substring(0, word.length() - 1) : word;
    return list.contains(owner) && !isOrdinary(owner) && !isOrdinary(word);
  }

  /** Whether the word is, or is also, something else than a private person's name. */
  boolean isOrdinary(String word) {
    return word.length() < 2
        || word.length() > LONGEST_NAME
        || ordinary.contains(word)
        || isPublic(word)
        || isHealth(word)
        || (word.contains("-") && HYPHEN.splitAsStream(word).allMatch(this::isOrdinary));
  }

  /** Whether the word is the name of a place, month or organisation. */
  boolean isPublic(String word) {
    return publicWords.contains(word);
  }

  /** Whether the word is an ordinary one, or made of one as "messaged" is of "message". */
  boolean isMadeOfOrdinary(String word) {
    return isOrdinary(word)
        || ENDINGS.stream()
            .filter(word::endsWith)
            .map(ending -> word.substring(0, word.length() - ending.length()))
            .anyMatch(stem -> ordinary.contains(stem) || ordinary.contains(stem + "e"));
  }

  boolean isHealth(String word) {
    if (health.contains(word)) {
      return true;
    }
    for (int end = 2; end <= Math.min(word.length(), LONGEST_NAME); end++) {
      if (healthStarts.contains(word.substring(0, end))) {
        return true;
      }
    }
    return false;
  }

  /** How many words from a place are the name of something public; 0 if they are not. */
  int publicWords(List<Word> words, int from) {
    int longest = 0;
    for (List<String> phrase : publicPhrases.getOrDefault(words.get(from).text(), Set.of())) {
      if (phrase.size() > longest && startsWith(words, from, phrase)) {
        longest = phrase.size();
      }
    }
    return longest;
  }

  private static boolean startsWith(List<Word> words, int from, List<String> phrase) {
    if (from + phrase.size() > words.size()) {
      return false;
    }
    for (int i = 0; i < phrase.size(); i++) {
      if (!words.get(from + i).text().equals(phrase.get(i))) {
        return false;
      }
    }
    return true;
  }

  private boolean isDoubleBarrelled(String word) {
    int hyphen = word.indexOf('-');
    return hyphen > 0
        && surnames.contains(word.substring(0, hyphen))
        && surnames.contains(word.substring(hyphen + 1));
  }

  private void addHealth(String line) {
    if (line.endsWith("*")) {
      healthStarts.add(line.substring(0, line.length() - 1));
    } else {
      health.add(line);
    }
  }

  /** One word may be a person's name all the same; several are always the public one. */
  private void addPublic(String line) {
    List<String> phrase = List.of(line.split(" "));
    if (phrase.size() == 1) {
      publicWords.add(line);
    } else {
      publicPhrases.computeIfAbsent(phrase.getFirst(), first -> new HashSet<>()).add(phrase);
    }
  }

  /** The words that play a part beside names, as {@code titles}. */
  Set<String> beside(String part) {
    String words = beside.getProperty(part);
    if (words == null) {
      throw new IllegalArgumentException("beside-names.properties has no " + part);
    }
    return Set.of(words.split(" "));
  }

  private static Set<String> lines(String name) {
    try (BufferedReader file = open(name)) {
      return file.lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .collect(Collectors.toSet());
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static Properties properties(String name) {
    Properties properties = new Properties();
    try (BufferedReader file = open(name)) {
      properties.load(file);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
    return properties;
  }

  private static BufferedReader open(String name) {
    InputStream file = Lexicon.class.getResourceAsStream("/privacy/" + name);
    if (file == null) {
      throw new IllegalStateException("privacy/" + name + " is missing");
    }
    return new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8));
  }
}
