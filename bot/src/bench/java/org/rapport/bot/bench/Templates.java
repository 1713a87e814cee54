package org.rapport.bot.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The ways of asking in {@code templates.txt}, whose head explains its form. */
final class Templates {
  private static final Pattern LIST = Pattern.compile("(\\w+) = (.*)");
  private static final Pattern GROUP = Pattern.compile("\\[(\\d+)]");
  private static final Pattern CHOICE = Pattern.compile("\\(([^()]*)\\)");
  private static final Pattern NAME = Pattern.compile("\\{(\\w+)}");
  private static final int WHOLE = 1_000;

  private final Map<String, String[]> lists = new HashMap<>();
  private final List<Group> groups = new ArrayList<>();

  private record Group(int share, List<String> lines) {}

  private Templates() {}

  static Templates read(Path file) throws IOException {
    Templates templates = new Templates();
    for (String line : Files.readAllLines(file)) {
      if (!line.isBlank() && !line.startsWith("#")) {
        templates.add(line);
      }
    }
    int shares = templates.groups.stream().mapToInt(Group::share).sum();
    if (shares != WHOLE) {
      throw new IllegalArgumentException(file + ": the shares add up to " + shares);
    }
    return templates;
  }

  private void add(String line) {
    Matcher list = LIST.matcher(line);
    Matcher group = GROUP.matcher(line);
    if (list.matches()) {
      lists.put(list.group(1), list.group(2).split(" \\| ", -1));
    } else if (group.matches()) {
      groups.add(new Group(Integer.parseInt(group.group(1)), new ArrayList<>()));
    } else {
      groups.getLast().lines().add(line);
    }
  }

  /** One question in plain lower case. */
  String question(Random random) {
    List<String> lines = group(random).lines();
    String question = lines.get(random.nextInt(lines.size()));
    for (Matcher choice = CHOICE.matcher(question); choice.find(); choice.reset(question)) {
      question = choice.replaceFirst(quoted(one(choice.group(1).split("\\|", -1), random)));
    }
    Set<String> used = new HashSet<>();
    String filled =
        NAME.matcher(question).replaceAll(name -> quoted(unused(name.group(1), used, random)));
    return filled.replaceAll(" +", " ").replace(" ,", ",").strip();
  }

  private Group group(Random random) {
    int at = random.nextInt(WHOLE);
    for (Group group : groups) {
      at -= group.share();
      if (at < 0) {
        return group;
      }
    }
    throw new IllegalStateException("The shares were checked to add up");
  }

  /** A word that does not stand in the question already. */
  private String unused(String list, Set<String> used, Random random) {
    String[] words = lists.get(list);
    if (words == null) {
      throw new IllegalArgumentException("There is no list called " + list);
    }
    String word = one(words, random);
    return used.add(word) ? word : unused(list, used, random);
  }

  private static String quoted(String words) {
    return Matcher.quoteReplacement(words);
  }

  private static String one(String[] words, Random random) {
    return words[random.nextInt(words.length)];
  }
}
