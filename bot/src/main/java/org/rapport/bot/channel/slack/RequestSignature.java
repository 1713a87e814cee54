package org.rapport.bot.channel.slack;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Slack's signature of a request: an HMAC over the time stamp and the very bytes of the body, which
 * is good for five minutes either side of now.
 */
final class RequestSignature {
  static final String TIMESTAMP_HEADER = "X-Slack-Request-Timestamp";
  static final String SIGNATURE_HEADER = "X-Slack-Signature";

  private static final String ALGORITHM = "HmacSHA256";
  private static final Duration WINDOW = Duration.ofMinutes(5);
  private static final Pattern SECONDS = Pattern.compile("[0-9]{1,12}");

  private final SecretKeySpec key;
  private final InstantSource clock;

  RequestSignature(String signingSecret, InstantSource clock) {
    if (signingSecret.isBlank()) {
      throw new IllegalArgumentException("Slack needs a signing secret that is not blank");
    }
    this.key = new SecretKeySpec(signingSecret.getBytes(UTF_8), ALGORITHM);
    this.clock = clock;
  }

  /** Whether the time stamp, in seconds, is within the window; garbage is not. */
  boolean isRecent(@Nullable String timestamp) {
    if (timestamp == null || !SECONDS.matcher(timestamp).matches()) {
      return false;
    }
    long age = clock.instant().getEpochSecond() - Long.parseLong(timestamp);
    return Math.abs(age) <= WINDOW.toSeconds();
  }

  /** Whether the signature is that of the body; takes the same time wherever it differs. */
  boolean matches(String timestamp, byte[] body, @Nullable String signature) {
    return signature != null
        && MessageDigest.isEqual(of(timestamp, body).getBytes(US_ASCII), signature.getBytes(UTF_8));
  }

  /** The signature that Slack puts on this body. */
  String of(String timestamp, byte[] body) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      mac.update(("v0:" + timestamp + ":").getBytes(UTF_8));
      return "v0=" + HexFormat.of().formatHex(mac.doFinal(body));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("Every JDK has " + ALGORITHM, impossible);
    }
  }
}
