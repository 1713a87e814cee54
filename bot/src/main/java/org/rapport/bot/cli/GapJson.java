package org.rapport.bot.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.rapport.bot.conversation.Remark;
import org.rapport.knowledge.Passage;
import org.rapport.knowledge.gaps.Gap;

/** What to write next as one JSON object, for other programs. */
final class GapJson {
  private static final ObjectMapper JSON = new ObjectMapper();

  private GapJson() {}

  /**
   * @param withoutWords how many questions belong to no group, as their words are not kept
   */
  static ObjectNode of(List<Gap> gaps, int withoutWords, GapRemarks remarks) {
    ObjectNode node =
        JSON.createObjectNode()
            .put("questions", gaps.stream().mapToInt(Gap::asked).sum())
            .put("withoutWords", withoutWords);
    node.putArray("groups");
    gaps.forEach(gap -> add(node, gap, remarks));
    add(node.putArray("otherRemarks"), remarks.ofNoGroup());
    return node;
  }

  private static void add(ObjectNode node, Gap gap, GapRemarks remarks) {
    ObjectNode group =
        node.withArray("groups")
            .addObject()
            .put("asked", gap.asked())
            .put("unanswered", gap.unanswered())
            .put("ratedWrong", gap.ratedWrong())
            .put("question", gap.title());
    gap.otherWordings().forEach(group.putArray("otherWordings")::add);
    group
        .put("nearestSection", gap.nearest().map(Passage::section).orElse(null))
        .put("nearestTitle", gap.nearest().map(Passage::title).orElse(null))
        .put("firstAsked", gap.first().toString())
        .put("lastAsked", gap.last().toString());
    add(group.putArray("wrong"), remarks.of(gap));
  }

  private static void add(ArrayNode array, List<Remark> remarks) {
    remarks.forEach(remark ->
        array.addObject().put("because", remark.because().id()).put("words", remark.words()));
  }
}
