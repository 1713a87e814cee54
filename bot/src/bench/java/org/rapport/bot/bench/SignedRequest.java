package org.rapport.bot.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Writes requests as Slack sends them, signed now: a signature lasts five minutes.
 *
 * @param host the server, with its port
 * @param secret the signing secret
 */
record SignedRequest(String host, String secret) {
  private static final String ALGORITHM = "HmacSHA256";

  byte[] json(String body) {
    return bytes("application/json", body);
  }

  byte[] form(Map<String, String> fields) {
    return bytes(
        "application/x-www-form-urlencoded",
        fields.entrySet().stream()
            .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
            .collect(Collectors.joining("&")));
  }

  private byte[] bytes(String type, String body) {
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
            "Content-Type: " + type,
            "Content-Length: " + body.getBytes(UTF_8).length,
            "",
            "");
    return (head + body).getBytes(UTF_8);
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
