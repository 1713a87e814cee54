package org.rapport.bot.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.rapport.bot.bench.Connection.Response;
import org.rapport.bot.conversation.Wording;
import org.rapport.knowledge.content.Content;
import org.rapport.knowledge.content.Section;

/** Tells a real answer from anything else that a server may say. */
final class AnswerCheck {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Set<String> titles;
  private final Map<String, String> outcomes;

  AnswerCheck(Content guidance) {
    Wording wording = new Wording(Map.of());
    titles = guidance.sections().stream().map(Section::title).collect(Collectors.toSet());
    outcomes =
        Map.of(
            wording.words("unsure.summary"), "unsure",
            wording.words("beyond.heading"), "out_of_scope",
            wording.words("urgent.heading"), "urgent");
  }

  /**
   * How often each outcome came.
   *
   * @throws IllegalStateException at the first response that is no answer
   */
  Map<String, Integer> outcomes(List<Response> responses) {
    Map<String, Integer> counts = new TreeMap<>();
    for (Response response : responses) {
      counts.merge(outcome(response), 1, Integer::sum);
    }
    return counts;
  }

  private String outcome(Response response) {
    if (response.status() != 200) {
      throw new IllegalStateException("A request was answered with " + response.status());
    }
    if (response.body().length == 0) {
      throw new IllegalStateException("An answer was too late for the acknowledgement");
    }
    try {
      JsonNode answer = JSON.readTree(response.body());
      String text = answer.path("text").asText();
      boolean whole =
          answer.path("response_type").asText().equals("ephemeral")
              && answer.path("blocks").size() > 1;
      String outcome = titles.contains(text) ? "found" : outcomes.getOrDefault(text, "");
      if (!whole || outcome.isEmpty()) {
        throw new IllegalStateException("Not an answer: " + answer);
      }
      return outcome;
    } catch (IOException broken) {
      throw new IllegalStateException("An answer is not JSON", broken);
    }
  }
}
