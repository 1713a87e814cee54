package org.rapport.bot.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.List;
import org.rapport.knowledge.Answer;
import org.rapport.knowledge.Citation;
import org.rapport.knowledge.Passage;

/** An answer as one JSON object, for other programs. */
final class AnswerJson {
  private static final ObjectMapper JSON = new ObjectMapper();

  private AnswerJson() {}

  /**
   * @param tookMillis from question to answer, in milliseconds
   */
  static ObjectNode of(Answer answer, double tookMillis) {
    ObjectNode node = JSON.createObjectNode();
    switch (answer) {
      case Answer.Found found -> {
        start(node, "found", answer, found.shortAnswer());
        found.citations().forEach(citation -> add(node.withArray("citations"), citation));
        found.correction().ifPresent(correction -> node.put("correction", correction));
        found.also().ifPresent(also -> add(node.putObject("also"), also));
      }
      case Answer.Unsure unsure -> start(node, "unsure", answer, "");
      case Answer.OutOfScope beyond -> {
        start(node, "out_of_scope", answer, beyond.say());
        node.put("reason", beyond.reason().id());
      }
      case Answer.Urgent urgent -> start(node, "urgent", answer, urgent.say());
    }
    answer.passages().forEach(passage -> add(node.withArray("passages"), passage));
    node.put("tookMillis", tookMillis);
    return node;
  }

  private static void start(ObjectNode node, String outcome, Answer answer, String words) {
    node.put("outcome", outcome);
    node.putNull("reason");
    node.put("confidence", answer.confidence());
    node.put("answer", words);
    node.putArray("citations");
    node.putArray("passages");
  }

  private static void add(ObjectNode node, Answer.Also also) {
    node.put("section", also.section());
    node.put("title", also.title());
    node.put("answer", also.shortAnswer());
    also.citations().forEach(citation -> add(node.withArray("citations"), citation));
  }

  private static void add(ArrayNode citations, Citation citation) {
    ObjectNode node = citations.addObject();
    node.put("section", citation.section());
    node.put("title", citation.title());
    addFacts(node, citation.facts());
    node.put("source", citation.source());
    node.put("publisher", citation.publisher());
    node.put("date", citation.date());
    node.put("url", citation.url().map(URI::toString).orElse(null));
  }

  private static void add(ArrayNode passages, Passage passage) {
    ObjectNode node = passages.addObject();
    node.put("section", passage.section());
    node.put("title", passage.title());
    node.put("score", passage.score());
    addFacts(node, passage.facts());
  }

  private static void addFacts(ObjectNode node, List<String> facts) {
    ArrayNode ids = node.putArray("facts");
    facts.forEach(ids::add);
  }
}
