package org.rapport.bot.campaign.nudge;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Fills the placeholders of a suggested post. */
public final class FilledPost {
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^{}\\s]+)}");

  private FilledPost() {}

  /** The placeholders of some words, in their order, each once. */
  public static List<String> placeholders(String words) {
    return PLACEHOLDER.matcher(words).results().map(found -> found.group(1)).distinct().toList();
  }

  /** The words with what was put in; what is not there stays in braces. */
  public static String of(String words, Map<String, String> put) {
    return PLACEHOLDER
        .matcher(words)
        .replaceAll(found ->
            Matcher.quoteReplacement(
                Optional.ofNullable(put.get(found.group(1))).orElse(found.group())));
  }
}
