package org.rapport.bot.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.rapport.bot.release.Release;
import org.rapport.knowledge.Difference;
import org.rapport.knowledge.evaluate.Gate;

/** What came of a release, as one JSON object. */
final class ReleaseJson {
  private static final ObjectMapper JSON = new ObjectMapper();

  private ReleaseJson() {}

  static ObjectNode of(Release release) {
    ObjectNode node = JSON.createObjectNode();
    switch (release) {
      case Release.Unchanged unchanged ->
          node.put("result", "unchanged")
              .put("generation", unchanged.number())
              .put("sections", unchanged.sections());
      case Release.Live live -> {
        node.put("result", "live")
            .put("generation", live.number())
            .put("sections", live.sections())
            .put("embedded", live.embedded());
        add(node, live.difference());
        live.gate().ifPresent(gate -> add(node, gate));
      }
      case Release.Rehearsed rehearsed -> {
        node.put("result", "rehearsed")
            .put("passes", rehearsed.passes())
            .put("sections", rehearsed.sections());
        add(node, rehearsed.difference());
        rehearsed.gate().ifPresent(gate -> add(node, gate));
      }
      case Release.Refused refused -> {
        node.put("result", "refused").put("margin", refused.margin());
        add(node, refused.difference());
        add(node, refused.gate());
      }
    }
    return node;
  }

  private static void add(ObjectNode node, Difference difference) {
    difference.added().forEach(node.putArray("added")::add);
    difference.changed().forEach(node.putArray("changed")::add);
    difference.removed().forEach(node.putArray("removed")::add);
  }

  private static void add(ObjectNode node, Gate gate) {
    ObjectNode golden =
        node.putObject("golden")
            .put("asked", gate.asked())
            .put("untouched", gate.untouched())
            .put("rightBefore", gate.rightBefore())
            .put("rightAfter", gate.rightAfter());
    var changes = golden.putArray("changes");
    gate.changes()
        .forEach(change ->
            changes
                .addObject()
                .put("id", change.question().id())
                .put("q", change.question().words())
                .put("before", change.before())
                .put("rightBefore", change.rightBefore())
                .put("after", change.after())
                .put("rightAfter", change.rightAfter()));
  }
}
