package org.rapport.bot.channel.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.reflect.TypeToken;
import com.slack.api.SlackConfig;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.view.View;
import com.slack.api.util.json.GsonFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Checks what goes out against what Slack documents: known fields only, and every limit. */
public final class SlackLimits {
  private static final Gson STRICT = strict();
  private static final Map<String, Integer> MOST_ELEMENTS =
      Map.of("actions", 25, "context", 10, "context_actions", 5);
  private static final Set<String> SHOWN = Set.of("header", "section", "context", "actions");
  private static final Map<String, Integer> MOST_OPTIONS =
      Map.of(
          "radio_buttons", 10, "checkboxes", 10, "static_select", 100, "multi_static_select", 100);

  private SlackLimits() {}

  /** Fails with the reason if Slack would refuse this text with these blocks. */
  public static void check(String text, JsonArray blocks) {
    assertThat(text).as("fallback text").isNotBlank().hasSizeLessThanOrEqualTo(4000);
    checkBlocks(blocks, 50, Set.of("context_actions"));
  }

  /** Fails with the reason if Slack would refuse this modal. */
  public static void checkModal(JsonObject view) {
    assertThat(STRICT.fromJson(view, View.class)).isNotNull();
    assertThat(view.get("type").getAsString()).isEqualTo("modal");
    checkText(view.getAsJsonObject("title"), 24);
    checkBlocks(view.getAsJsonArray("blocks"), 100, Set.of("input"));
    boolean asks = !blocks(view.getAsJsonArray("blocks"), "input").isEmpty();
    assertThat(view.has("submit")).as("a button to send it").isEqualTo(asks);
    if (asks) {
      checkText(view.getAsJsonObject("submit"), 24);
      if (view.has("close")) {
        checkText(view.getAsJsonObject("close"), 24);
      }
      assertThat(view.get("callback_id").getAsString()).isNotBlank().hasSizeLessThan(256);
      assertThat(view.get("private_metadata").getAsString()).hasSizeLessThanOrEqualTo(3000);
    }
  }

  /** Fails with the reason if Slack would refuse this Home tab. */
  public static void checkHome(JsonObject view) {
    assertThat(STRICT.fromJson(view, View.class)).isNotNull();
    assertThat(view.get("type").getAsString()).isEqualTo("home");
    checkBlocks(view.getAsJsonArray("blocks"), 100, Set.of());
    assertThat(view.keySet()).doesNotContain("title", "submit", "close");
  }

  /** Fails with the reason if Slack would refuse to call a thread of the assistant so. */
  public static void checkThreadTitle(JsonObject body) {
    checkThread(body);
    assertThat(body.get("title").getAsString()).isNotBlank().hasSizeLessThanOrEqualTo(255);
  }

  /** Fails with the reason if Slack would refuse these prompts: one to four of them. */
  public static void checkPrompts(JsonObject body) {
    checkThread(body);
    assertThat(body.get("title").getAsString()).isNotBlank();
    JsonArray prompts = body.getAsJsonArray("prompts");
    assertThat(prompts.size()).isBetween(1, 4);
    for (JsonElement prompt : prompts) {
      assertThat(prompt.getAsJsonObject().keySet()).containsExactlyInAnyOrder("title", "message");
      assertThat(prompt.getAsJsonObject().get("title").getAsString()).isNotBlank();
      assertThat(prompt.getAsJsonObject().get("message").getAsString()).isNotBlank();
    }
  }

  private static void checkThread(JsonObject body) {
    assertThat(body.get("channel_id").getAsString()).startsWith("D");
    assertThat(body.get("thread_ts").getAsString()).isNotBlank();
  }

  private static void checkBlocks(JsonArray blocks, int most, Set<String> besides) {
    assertThat(blocks.size()).as("blocks").isBetween(1, most);
    List<LayoutBlock> known = STRICT.fromJson(blocks, new TypeToken<>() {});
    assertThat(known).hasSize(blocks.size());
    for (JsonElement block : blocks) {
      String type = block.getAsJsonObject().get("type").getAsString();
      assertThat(SHOWN.contains(type) || besides.contains(type)).as("%s here", type).isTrue();
      checkBlock(type, block.getAsJsonObject());
    }
    assertThat(actionIds(blocks)).as("action ids").doesNotHaveDuplicates();
    assertThat(blocks(blocks, "input").stream().map(it -> it.get("block_id").getAsString()))
        .as("block ids")
        .allSatisfy(id -> assertThat(id).isNotBlank().hasSizeLessThan(256))
        .doesNotHaveDuplicates();
  }

  private static void checkBlock(String type, JsonObject block) {
    if (type.equals("input")) {
      checkInput(block);
      return;
    }
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
    switch (element.get("type").getAsString()) {
      case "button" -> {
        checkActionId(element);
        checkButton(element);
      }
      case "feedback_buttons" -> {
        checkActionId(element);
        checkButton(element.getAsJsonObject("positive_button"));
        checkButton(element.getAsJsonObject("negative_button"));
      }
      default -> checkText(element, 3000);
    }
  }

  private static void checkActionId(JsonObject element) {
    assertThat(element.get("action_id").getAsString()).isNotBlank().hasSizeLessThanOrEqualTo(255);
  }

  private static void checkButton(JsonObject button) {
    checkText(button.getAsJsonObject("text"), 75);
    assertThat(button.get("value").getAsString()).isNotBlank().hasSizeLessThanOrEqualTo(2000);
  }

  private static void checkInput(JsonObject block) {
    checkText(block.getAsJsonObject("label"), 2000);
    if (block.has("hint")) {
      checkText(block.getAsJsonObject("hint"), 2000);
    }
    JsonObject element = block.getAsJsonObject("element");
    checkActionId(element);
    switch (element.get("type").getAsString()) {
      case "plain_text_input" -> checkTyped(element);
      case "datepicker" -> checkInitial(element, "initial_date", "[0-9]{4}-[0-9]{2}-[0-9]{2}");
      case "conversations_select" ->
          assertThat(element.getAsJsonObject("filter").getAsJsonArray("include")).isNotEmpty();
      case "timepicker" -> checkInitial(element, "initial_time", "[0-9]{2}:[0-9]{2}");
      default -> checkOptions(element);
    }
  }

  private static void checkTyped(JsonObject element) {
    int longest = element.get("max_length").getAsInt();
    assertThat(longest).isBetween(1, 3000);
    if (element.has("initial_value")) {
      assertThat(element.get("initial_value").getAsString())
          .isNotEmpty()
          .hasSizeLessThanOrEqualTo(longest);
    }
  }

  private static void checkInitial(JsonObject element, String name, String form) {
    if (element.has(name)) {
      assertThat(element.get(name).getAsString()).matches(form);
    }
  }

  private static void checkOptions(JsonObject element) {
    JsonArray options = element.getAsJsonArray("options");
    assertThat(options.size()).isBetween(1, MOST_OPTIONS.get(element.get("type").getAsString()));
    for (JsonElement option : options) {
      checkText(option.getAsJsonObject().getAsJsonObject("text"), 75);
      assertThat(option.getAsJsonObject().get("value").getAsString())
          .isNotBlank()
          .hasSizeLessThanOrEqualTo(75);
    }
    if (element.has("initial_option")) {
      assertThat(options).contains(element.get("initial_option"));
    }
    if (element.has("initial_options")) {
      assertThat(element.getAsJsonArray("initial_options")).isNotEmpty().isSubsetOf(options);
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
    for (String type : List.of("actions", "context_actions")) {
      for (JsonObject block : blocks(blocks, type)) {
        block
            .getAsJsonArray("elements")
            .forEach(button -> ids.add(button.getAsJsonObject().get("action_id").getAsString()));
      }
    }
    for (JsonObject block : blocks(blocks, "input")) {
      ids.add(block.getAsJsonObject("element").get("action_id").getAsString());
    }
    return ids;
  }

  private static List<JsonObject> blocks(JsonArray blocks, String type) {
    return blocks.asList().stream()
        .map(JsonElement::getAsJsonObject)
        .filter(block -> block.get("type").getAsString().equals(type))
        .toList();
  }

  private static Gson strict() {
    SlackConfig config = new SlackConfig();
    config.setFailOnUnknownProperties(true);
    return GsonFactory.createSnakeCase(config);
  }
}
