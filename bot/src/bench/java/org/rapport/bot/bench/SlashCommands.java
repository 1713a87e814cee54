package org.rapport.bot.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Writes {@code /coach TEXT} as Slack sends it: the form, the headers and the signature. */
final class SlashCommands {
  /** How many people ask; each asks now and then. */
  static final int ASKERS = 5_000;

  private static final String ALGORITHM = "HmacSHA256";

  private final String host;
  private final String secret;
  private final String slack;
  private final Random random = new Random(ASKERS);

  /**
   * @param host the server, with its port
   * @param secret the signing secret
   * @param slack where the response URL points
   */
  SlashCommands(String host, String secret, String slack) {
    this.host = host;
    this.secret = secret;
    this.slack = slack;
  }

  /** The bytes of a request for each question, signed now: Slack's signature lasts five minutes. */
  List<byte[]> requests(List<String> questions) {
    return questions.stream().map(this::request).toList();
  }

  private byte[] request(String question) {
    String body = form(fields(question));
    String time = Long.toString(Instant.now().getEpochSecond());
    String head =
        String.join(
            "\r\n",
            "POST /slack/events HTTP/1.1",
            "Host: " + host,
            "User-Agent: Slackbot 1.0 (+https://api.slack.com/robots)",
            "Accept-Encoding: gzip,deflate",
            "Accept: application/json,*/*",
            "X-Slack-Signature: " + signature("v0:" + time + ":" + body),
            "X-Slack-Request-Timestamp: " + time,
            "Content-Type: application/x-www-form-urlencoded",
            "Content-Length: " + body.length(),
            "",
            "");
    return (head + body).getBytes(UTF_8);
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

  private static String form(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
        .collect(Collectors.joining("&"));
  }

  private String signature(String text) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(secret.getBytes(UTF_8), ALGORITHM));
      return "v0=" + HexFormat.of().formatHex(mac.doFinal(text.getBytes(UTF_8)));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
