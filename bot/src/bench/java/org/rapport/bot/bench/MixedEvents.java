package org.rapport.bot.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * What people do in Slack, as Slack sends it: of ten, four direct messages, three mentions, a press
 * of a question, a rating and a command.
 */
final class MixedEvents {
  private static final int COMMAND = 9;
  private static final int KINDS = 10;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final SignedRequest signed;
  private final String slack;
  private final int workspaces;
  private final int people;
  private final Random random = new Random(KINDS);
  private int number;

  /**
   * @param slack where response URLs point
   * @param people how many there are in each workspace
   */
  MixedEvents(SignedRequest signed, String slack, int workspaces, int people) {
    this.signed = signed;
    this.slack = slack;
    this.workspaces = workspaces;
    this.people = people;
  }

  /** The id of a workspace, counted from 0. */
  static String team(int workspace) {
    return "TB" + workspace;
  }

  /** How many of so many events Rapport answers by calling Slack. */
  static int answeredAfterwards(int events) {
    return events - events / KINDS;
  }

  /** The bytes of a request for each question. */
  List<byte[]> requests(List<String> questions) {
    return questions.stream().map(this::request).toList();
  }

  private byte[] request(String question) {
    int workspace = random.nextInt(workspaces);
    int person = random.nextInt(people);
    String user = "UB" + workspace + "P" + person;
    int kind = number++ % KINDS;
    return switch (kind) {
      case 0, 1, 2, 3 -> message(team(workspace), user, "D" + user, "message", question);
      case 4, 5, 6 -> message(team(workspace), user, "CB" + person, "app_mention", question);
      case 7 -> press(team(workspace), user, "rapport:ask:0", question);
      case 8 -> press(team(workspace), user, "rapport:rate-yes:0", "answer-" + number);
      case COMMAND -> command(team(workspace), user, question);
      default -> throw new IllegalStateException("No such kind: " + kind);
    };
  }

  private byte[] message(String team, String user, String channel, String type, String question) {
    ObjectNode payload = JSON.createObjectNode().put("type", "event_callback");
    payload.put("team_id", team).put("api_app_id", "A0RAPPORT").put("event_id", "Ev" + number);
    ObjectNode event = payload.putObject("event").put("type", type).put("user", user);
    event.put("channel", channel).put("team", team).put("ts", "1760000000.%06d".formatted(number));
    boolean direct = type.equals("message");
    event.put("text", direct ? question : "<@U0BOT> " + question);
    if (direct) {
      event.put("channel_type", "im");
    }
    payload
        .putArray("authorizations")
        .addObject()
        .put("team_id", team)
        .put("user_id", "U0BOT")
        .put("is_bot", true);
    return signed.json(payload.toString());
  }

  private byte[] press(String team, String user, String id, String value) {
    ObjectNode payload = JSON.createObjectNode().put("type", "block_actions");
    payload.putObject("user").put("id", user).put("team_id", team);
    payload.putObject("team").put("id", team);
    payload
        .putObject("container")
        .put("type", "message")
        .put("message_ts", "1760000000.000100")
        .put("channel_id", "D" + user)
        .put("is_ephemeral", false);
    payload.put("trigger_id", "press." + number).put("response_url", responseUrl());
    payload
        .putArray("actions")
        .addObject()
        .put("type", "button")
        .put("block_id", "b1")
        .put("action_id", id)
        .put("value", value);
    return signed.form(Map.of("payload", payload.toString()));
  }

  private byte[] command(String team, String user, String question) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("team_id", team);
    fields.put("channel_id", "D" + user);
    fields.put("user_id", user);
    fields.put("command", "/coach");
    fields.put("text", question);
    fields.put("response_url", responseUrl());
    fields.put("trigger_id", "command." + number);
    return signed.form(fields);
  }

  private String responseUrl() {
    return slack + "/response/" + number;
  }
}
