package org.rapport.bot.campaign;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Set;
import org.rapport.bot.channel.Circle;
import org.rapport.bot.people.Group;
import org.rapport.bot.people.Position;
import org.rapport.bot.people.Stage;

/**
 * Writes a plan as JSON, as {@link PlanReader} reads it:
 *
 * <pre>{@code
 * {"name": "Board posts", "kind": "sequence",
 *  "nudges": [{"words": "Thank one team by name this week."}, {"post": "thank-a-team"}],
 *  "when": {"start": "2027-01-12T09:00", "rule": "FREQ=WEEKLY", "until": "2027-06-30",
 *           "zone": "own", "tooLateAfterHours": 72},
 *  "audience": {"to": {"positions": ["chair"], "stages": [0, 1], "tags": ["board"],
 *                      "workspaces": ["slack:T0TRUST"], "lists": ["Board"],
 *                      "channels": ["slack:T0TRUST/C0BOARD"]},
 *               "not": {"tags": ["leaving"]}}}
 * }</pre>
 *
 * A one-off has one nudge, no rule and no {@code until}; the weekly coach has no nudge and no rule.
 * {@code channels} are Slack channels, or teams and group chats of Teams ({@code
 * teams:TENANT/19:...}), whose members are looked up each time.
 */
public final class PlanJson {
  private static final ObjectMapper JSON = new ObjectMapper();

  private PlanJson() {}

  /** The plan as an object. */
  public static ObjectNode of(Plan plan) {
    ObjectNode node =
        JSON.createObjectNode().put("name", plan.name()).put("kind", plan.kind().id());
    ArrayNode nudges = node.putArray("nudges");
    plan.nudges().forEach(nudge -> add(nudges.addObject(), nudge));
    add(node.putObject("when"), plan.when());
    ObjectNode audience = node.putObject("audience");
    add(audience, "to", plan.audience().to(), plan.audience().in());
    add(audience, "not", plan.audience().not(), plan.audience().notIn());
    return node;
  }

  private static void add(ObjectNode node, Nudge nudge) {
    if (!nudge.words().isBlank()) {
      node.put("words", nudge.words());
    }
    nudge.post().ifPresent(id -> node.put("post", id));
    nudge.network().ifPresent(id -> node.put("network", id));
    nudge.check().ifPresent(words -> node.put("check", words));
  }

  private static void add(ObjectNode node, When when) {
    node.put("start", when.start().toString());
    when.rule().ifPresent(rule -> node.put("rule", rule));
    when.until().ifPresent(day -> node.put("until", day.toString()));
    node.put("zone", when.zone().map(ZoneId::getId).orElse("own"));
    node.put("tooLateAfterHours", when.tooLate().toHours());
  }

  private static void add(ObjectNode audience, String key, Group group, Set<Circle> circles) {
    if (group.isAnybody() && circles.isEmpty()) {
      return;
    }
    ObjectNode node = audience.putObject(key);
    add(node, "positions", group.positions().stream().map(Position::id).toList());
    if (!group.stages().isEmpty()) {
      ArrayNode stages = node.putArray("stages");
      group.stages().stream().map(Stage::number).sorted().forEach(stages::add);
    }
    add(node, "tags", group.tags());
    add(node, "workspaces", group.workspaces());
    add(node, "lists", group.lists());
    add(node, "channels", circles.stream().map(CircleText::of).toList());
  }

  private static void add(ObjectNode node, String key, Collection<String> names) {
    if (!names.isEmpty()) {
      ArrayNode array = node.putArray(key);
      Set.copyOf(names).stream().sorted().forEach(array::add);
    }
  }
}
