package org.rapport.bot.channel.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.reflect.TypeToken;
import com.slack.api.SlackConfig;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.util.json.GsonFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Checks what goes out against what Slack documents: known fields only, and every limit. */
public final class SlackLimits {
  private static final Gson STRICT = strict();
  private static final Map<String, Integer> MOST_ELEMENTS = Map.of("actions", 25, "context", 10);
  private static final Set<String> BLOCKS = Set.of("header", "section", "context", "actions");

  private SlackLimits() {}

  /** Fails with the reason if Slack would refuse this text with these blocks. */
  public static void check(String text, JsonArray blocks) {
    assertThat(text).as("fallback text").isNotBlank().hasSizeLessThanOrEqualTo(4000);
    assertThat(blocks.size()).as("blocks").isBetween(1, 50);
    List<LayoutBlock> known = STRICT.fromJson(blocks, new TypeToken<>() {});
    assertThat(known).hasSize(blocks.size());
    blocks.forEach(block -> checkBlock(block.getAsJsonObject()));
    assertThat(actionIds(blocks)).as("action ids").doesNotHaveDuplicates();
  }

  private static void checkBlock(JsonObject block) {
    String type = block.get("type").getAsString();
    assertThat(BLOCKS).contains(type);
    if (block.has("text")) {
      checkText(block.getAsJsonObject("text"), type.equals("header") ? 150 : 3000);
    }
    if (block.has("elements")) {
      JsonArray elements = block.getAsJsonArray("elements");
      assertThat(elements.size()).as(type + " elements").isBetween(1, MOST_ELEMENTS.get(type));
      elements.forEach(element -> checkElement(element.getAsJsonObject()));
    }
  }

  private static void checkElement(JsonObject element) {
    if (element.get("type").getAsString().equals("button")) {
      checkText(element.getAsJsonObject("text"), 75);
      assertThat(element.get("action_id").getAsString()).isNotBlank().hasSizeLessThanOrEqualTo(255);
      assertThat(element.get("value").getAsString()).isNotBlank().hasSizeLessThanOrEqualTo(2000);
    } else {
      checkText(element, 3000);
    }
  }

  private static void checkText(JsonObject text, int longest) {
    String words = text.get("text").getAsString();
    assertThat(words).as("text").isNotBlank().hasSizeLessThanOrEqualTo(longest);
    if (text.get("type").getAsString().equals("mrkdwn")) {
      assertThat(
              words
                  .replaceAll("<https?://[^|>]+\\|[^<>]+>", "")
                  .replaceAll("<@[UW][A-Z0-9]+>", "")
                  .replaceAll("(?m)^> ", ""))
          .as("only links and mentions of people are unescaped")
          .doesNotContain("<")
          .doesNotContain(">")
          .doesNotContainPattern("&(?!amp;|lt;|gt;)");
    }
  }

  private static List<String> actionIds(JsonArray blocks) {
    List<String> ids = new ArrayList<>();
    for (JsonElement block : blocks) {
      if (block.getAsJsonObject().get("type").getAsString().equals("actions")) {
        block
            .getAsJsonObject()
            .getAsJsonArray("elements")
            .forEach(button -> ids.add(button.getAsJsonObject().get("action_id").getAsString()));
      }
    }
    return ids;
  }

  private static Gson strict() {
    SlackConfig config = new SlackConfig();
    config.setFailOnUnknownProperties(true);
    return GsonFactory.createSnakeCase(config);
  }
}
