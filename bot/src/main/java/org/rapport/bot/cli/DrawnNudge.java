package org.rapport.bot.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.rapport.bot.channel.slack.SlackRenderer;
import org.rapport.bot.channel.teams.TeamsRenderer;
import org.rapport.bot.message.Message;

/** A nudge exactly as a channel would be given it, with a reading of it in plain text. */
record DrawnNudge(Place as, String text, JsonNode payload) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Where it is drawn for; the names are what the option takes. */
  enum Place {
    slack,
    teams
  }

  static DrawnNudge of(Message nudge, Place as) {
    return new DrawnNudge(
        as,
        TerminalText.of(nudge),
        switch (as) {
          case slack -> tree(SlackRenderer.render(nudge).json());
          case teams -> TeamsRenderer.activity(nudge);
        });
  }

  /** One object for programs. */
  ObjectNode json(String campaign, String person) {
    ObjectNode node =
        JSON.createObjectNode()
            .put("campaign", campaign)
            .put("person", person)
            .put("as", as.name());
    node.put("text", text);
    node.set(as == Place.slack ? "message" : "activity", payload);
    return node;
  }

  /** To be read by people: the words, then what the channel is given. */
  String reading() {
    return text + System.lineSeparator() + payload.toPrettyString() + System.lineSeparator();
  }

  private static JsonNode tree(String json) {
    try {
      return JSON.readTree(json);
    } catch (JsonProcessingException broken) {
      throw new IllegalStateException("Expected the JSON of a message", broken);
    }
  }
}
