package org.rapport.bot.keys;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/**
 * Keys as people keep them: 32 random bytes in Base64, newest first, with commas or lines between.
 */
final class KeyText {
  /** How a key can be made by hand. */
  private static final String EXPECTED =
      "keys of 32 random bytes in Base64 (openssl rand -base64 32), newest first, with commas or"
          + " lines between them";

  private static final int MOST = 100;

  private KeyText() {}

  /**
   * Reads keys; a line that starts with {@code #} is a comment.
   *
   * @throws IllegalArgumentException saying what was expected, without a key in it
   */
  static List<Key> read(String text) {
    List<String> parts =
        text.lines()
            .filter(line -> !line.stripLeading().startsWith("#"))
            .flatMap(line -> Arrays.stream(line.split(",")))
            .map(String::strip)
            .filter(part -> !part.isEmpty())
            .toList();
    if (parts.isEmpty() || parts.size() > MOST) {
      throw new IllegalArgumentException("It must be " + EXPECTED);
    }
    List<Key> keys = new ArrayList<>();
    for (String part : parts) {
      keys.add(read(part, keys.size() + 1));
    }
    if (keys.stream().map(Key::id).distinct().count() < keys.size()) {
      throw new IllegalArgumentException("It has the same key twice");
    }
    return keys;
  }

  /** A new key. */
  static String random() {
    byte[] secret = new byte[Key.BYTES];
    new SecureRandom().nextBytes(secret);
    return Base64.getEncoder().encodeToString(secret);
  }

  private static Key read(String part, int place) {
    try {
      return new Key(Base64.getDecoder().decode(part));
    } catch (IllegalArgumentException notAKey) {
      // The cause may quote the key.
      throw new IllegalArgumentException(
          "It must be " + EXPECTED + "; number " + place + " is not such a key");
    }
  }
}
