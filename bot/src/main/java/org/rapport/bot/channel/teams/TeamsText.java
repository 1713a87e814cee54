package org.rapport.bot.channel.teams;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.bot.schema.Activity;
import com.microsoft.bot.schema.Entity;
import java.util.ArrayList;
import java.util.List;

/** What a person typed in Teams, without what Teams adds to it. */
final class TeamsText {

  private TeamsText() {}

  /**
   * The question in a message: its text without the mention of the bot, and with the characters
   * that Teams writes as entities. (The SDK takes the mention for a regular expression.)
   */
  static String question(Activity activity) {
    String text = activity.getText() == null ? "" : activity.getText();
    for (JsonNode mention : mentionsOfBot(activity)) {
      String tag = mention.path("text").asText("");
      if (!tag.isEmpty()) {
        text = text.replace(tag, " ");
      }
    }
    return withoutEntities(text).strip();
  }

  /** Whether a message mentions the bot. */
  static boolean mentionsUs(Activity activity) {
    return !mentionsOfBot(activity).isEmpty();
  }

  private static List<JsonNode> mentionsOfBot(Activity activity) {
    List<JsonNode> found = new ArrayList<>();
    List<Entity> entities = activity.getEntities();
    if (entities == null || activity.getRecipient() == null) {
      return found;
    }
    for (Entity entity : entities) {
      JsonNode mention = TeamsJson.MAPPER.valueToTree(entity);
      if (mention.path("type").asText("").equalsIgnoreCase("mention")
          && mention
              .path("mentioned")
              .path("id")
              .asText("")
              .equals(activity.getRecipient().getId())) {
        found.add(mention);
      }
    }
    return found;
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
