package org.rapport.bot.channel.teams;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.bot.schema.Activity;
import com.microsoft.bot.schema.ActivityTypes;
import com.microsoft.bot.schema.Entity;
import java.util.List;
import java.util.function.BiFunction;
import java.util.regex.Pattern;

/** What a person typed in Teams, without what Teams adds to it. */
final class TeamsText {
  /** How much of a formatted message is read, in characters. */
  private static final int MOST_MARKUP = 20_000;

  private static final Pattern TAG = Pattern.compile("<[^<>]*>");

  private TeamsText() {}

  /**
   * The question in a message: its text without the mention of the bot, with other people as words
   * that begin with @, and with the characters that Teams writes as entities. (The SDK takes the
   * mention for a regular expression.)
   */
  static String question(Activity activity) {
    return question(activity, (mention, _) -> mention.at("/mentioned/name").asText(""));
  }

  /** The same with a number in the place of each name, which is no one's handle. */
  static String questionWithoutNames(Activity activity) {
    return question(activity, (_, number) -> Integer.toString(number));
  }

  private static String question(Activity activity, BiFunction<JsonNode, Integer, String> name) {
    String text = activity.getText() == null ? "" : activity.getText();
    for (JsonNode mention : mentions(activity, true)) {
      text = replaced(text, mention, " ");
    }
    int number = 0;
    for (JsonNode mention : mentionsOfPeople(activity)) {
      number++;
      text = replaced(text, mention, "@" + name.apply(mention, number));
    }
    return withoutEntities(text).strip();
  }

  /** Whether this is something that a person wrote to the bot. */
  static boolean isForUs(Activity activity) {
    return activity.isType(ActivityTypes.MESSAGE)
        && TeamsPeople.sender(activity).isPresent()
        && (!TeamsPeople.inPublic(activity) || mentionsUs(activity));
  }

  /** Whether a message mentions the bot. */
  private static boolean mentionsUs(Activity activity) {
    return !mentions(activity, true).isEmpty();
  }

  /** The mentions of others than the bot. */
  static List<JsonNode> mentionsOfPeople(Activity activity) {
    return mentions(activity, false);
  }

  /** The words of a message that may be formatted: its markup is left out. */
  static String plain(String html) {
    String read = html.substring(0, Math.min(html.length(), MOST_MARKUP));
    return withoutEntities(TAG.matcher(read).replaceAll(" ")).strip();
  }

  private static String replaced(String text, JsonNode mention, String by) {
    String tag = mention.path("text").asText("");
    return tag.isEmpty() ? text : text.replace(tag, by);
  }

  private static List<JsonNode> mentions(Activity activity, boolean ofUs) {
    List<Entity> entities = activity.getEntities();
    if (entities == null || activity.getRecipient() == null) {
      return List.of();
    }
    String us = activity.getRecipient().getId();
    return entities.stream()
        .map(TeamsJson::tree)
        .filter(entity -> entity.path("type").asText("").equalsIgnoreCase("mention"))
        .filter(entity -> entity.at("/mentioned/id").asText("").equals(us) == ofUs)
        .toList();
  }

  private static String withoutEntities(String text) {
    return text.replace("&nbsp;", " ")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#39;", "'")
        .replace("&amp;", "&");
  }
}
