package org.rapport.bot.endtoend;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A message as a person sees it.
 *
 * @param words all that is written in it, a line each
 */
record Shown(String words, List<Button> buttons) {

  /**
   * Something to press.
   *
   * @param id what it does, as the channel sends it back
   * @param value what it does it with
   */
  record Button(String label, String id, String value) {}

  /** The button with this label. */
  Button button(String label) {
    return buttons.stream()
        .filter(button -> button.label().equals(label))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no button " + label + " in " + labels()));
  }

  /** A button that asks another question. */
  Button related() {
    return buttons.stream()
        .filter(button -> button.id().contains("ask"))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no related question in " + labels()));
  }

  private String labels() {
    return buttons.stream().map(Button::label).collect(Collectors.joining(", "));
  }

  static Shown inSlack(JsonObject body) {
    List<String> words = new ArrayList<>();
    List<Button> buttons = new ArrayList<>();
    collect(body, words, buttons);
    return new Shown(String.join("\n", words), List.copyOf(buttons));
  }

  private static void collect(JsonElement part, List<String> words, List<Button> buttons) {
    if (part.isJsonArray()) {
      part.getAsJsonArray().forEach(each -> collect(each, words, buttons));
    } else if (part.isJsonObject()) {
      JsonObject object = part.getAsJsonObject();
      if (object.has("positive_button")) {
        for (String side : List.of("positive_button", "negative_button")) {
          JsonObject button = object.getAsJsonObject(side);
          buttons.add(button(button, object.get("action_id").getAsString()));
        }
      } else if (object.has("action_id") && object.has("text")) {
        buttons.add(button(object, object.get("action_id").getAsString()));
      }
      if (object.has("text") && object.get("text").isJsonPrimitive()) {
        words.add(object.get("text").getAsString());
      }
      object.asMap().values().forEach(each -> collect(each, words, buttons));
    }
  }

  private static Button button(JsonObject button, String id) {
    return new Button(
        button.getAsJsonObject("text").get("text").getAsString(),
        id,
        button.get("value").getAsString());
  }

  static Shown inTeams(JsonNode card) {
    List<Button> buttons = new ArrayList<>();
    for (JsonNode actions : card.findValues("actions")) {
      for (JsonNode action : actions) {
        buttons.add(
            new Button(
                action.path("title").asText(),
                action.at("/data/kind").asText(),
                action.at("/data/value").asText()));
      }
    }
    return new Shown(String.join("\n", card.findValuesAsText("text")), List.copyOf(buttons));
  }
}
