package org.rapport.bot.bench;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How busy people type: greetings, short forms, slips, and punctuation as it comes. */
final class Typing {
  private static final List<String> BEFORE =
      List.of(
          "hi, ",
          "hello, ",
          "hiya ",
          "morning, ",
          "quick one: ",
          "quick question - ",
          "sorry, daft question. ",
          "help! ",
          "ok so ",
          "me again. ",
          "hey coach ");
  private static final List<String> AFTER =
      List.of(" thanks", " any advice?", " asap please", " ta", " cheers", " pls", " urgent");
  private static final Map<String, String> SHORT =
      Map.of(
          "you", "u", "should", "shd", "people", "ppl", "please", "pls", "about", "abt", "because",
          "cos", "with", "w/", "and", "&", "before", "b4");
  private static final int SHORTEST_SLIP = 5;

  private final Random random;

  Typing(Random random) {
    this.random = random;
  }

  /** A question as somebody might type it. */
  String typed(String question) {
    String text = question;
    if (chance(12)) {
      text = shortened(text);
    }
    if (chance(22)) {
      text = slipped(text);
    }
    if (chance(14)) {
      text = one(BEFORE) + text;
    }
    if (chance(8)) {
      text = text + one(AFTER);
    }
    return punctuated(cased(text));
  }

  /** The same question, asked again by somebody else. */
  String again(String question) {
    return switch (random.nextInt(5)) {
      case 0 -> other(question, punctuated(bare(question).toUpperCase(Locale.ROOT)));
      case 1 -> other(question, sentence(bare(question)) + (chance(50) ? "?" : " ??"));
      case 2 -> one(BEFORE) + bare(question);
      case 3 -> bare(question) + one(AFTER);
      default -> other(question, slipped(bare(question)));
    };
  }

  private static String other(String than, String text) {
    return text.equals(than) ? text + "!" : text;
  }

  private static String bare(String question) {
    return question.replaceAll("[?!. ]+$", "");
  }

  private String cased(String text) {
    int kind = random.nextInt(100);
    return kind < 70 ? text : kind < 97 ? sentence(text) : text.toUpperCase(Locale.ROOT);
  }

  private String punctuated(String text) {
    int kind = random.nextInt(100);
    if (text.endsWith("?")) {
      return text;
    }
    return kind < 45 ? text : kind < 85 ? text + "?" : kind < 95 ? text + "??" : text + " ...";
  }

  private static String sentence(String text) {
    return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }

  private static String shortened(String text) {
    return Stream.of(text.split(" "))
        .map(word -> SHORT.getOrDefault(word, word))
        .collect(Collectors.joining(" "));
  }

  /** Two letters swapped, one left out or one doubled, in a word that is long enough. */
  private String slipped(String text) {
    String[] words = text.split(" ");
    int at = random.nextInt(words.length);
    for (int i = 0; i < words.length; i++) {
      String word = words[(at + i) % words.length];
      if (word.length() >= SHORTEST_SLIP && word.chars().allMatch(Character::isLetter)) {
        words[(at + i) % words.length] = slip(word);
        break;
      }
    }
    return String.join(" ", words);
  }

  private String slip(String word) {
    int at = 1 + random.nextInt(word.length() - 2);
    String start = word.substring(0, at);
    String here = word.substring(at, at + 1);
    String next = word.substring(at + 1, at + 2);
    return switch (random.nextInt(3)) {
      case 0 -> start + next + here + word.substring(at + 2);
      case 1 -> start + word.substring(at + 1);
      default -> start + here + here + word.substring(at + 1);
    };
  }

  private boolean chance(int inHundred) {
    return random.nextInt(100) < inHundred;
  }

  private String one(List<String> words) {
    return words.get(random.nextInt(words.size()));
  }
}
