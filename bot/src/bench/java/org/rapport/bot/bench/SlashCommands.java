package org.rapport.bot.bench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Writes {@code /coach TEXT} as Slack sends it: the form, the headers and the signature. */
final class SlashCommands {
  /** How many people ask; each asks now and then. */
  static final int ASKERS = 5_000;

  private final SignedRequest signed;
  private final String slack;
  private final Random random = new Random(ASKERS);

  /**
   * @param slack where the response URL points
   */
  SlashCommands(SignedRequest signed, String slack) {
    this.signed = signed;
    this.slack = slack;
  }

  /** The bytes of a request for each question, signed now. */
  List<byte[]> requests(List<String> questions) {
    return questions.stream().map(question -> signed.form(fields(question))).toList();
  }

  private Map<String, String> fields(String question) {
    int asker = random.nextInt(ASKERS);
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("token", "gIkuvaNzQIHg97ATvDxqgjtO");
    fields.put("team_id", "T0TRUST");
    fields.put("team_domain", "trust");
    fields.put("channel_id", "D%07d".formatted(asker));
    fields.put("channel_name", "directmessage");
    fields.put("user_id", "U%07d".formatted(asker));
    fields.put("user_name", "leader" + asker);
    fields.put("command", "/coach");
    fields.put("text", question);
    fields.put("api_app_id", "A0RAPPORT");
    fields.put("is_enterprise_install", "false");
    fields.put("response_url", slack + "/commands/T0TRUST/" + random.nextInt(1 << 30) + "/answer");
    fields.put("trigger_id", random.nextInt(1 << 30) + ".738474920.8088930838d88f008e0");
    return fields;
  }
}
