package org.rapport.bot.keys;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.HKDFParameterSpec;

/**
 * One key, from which a key for each use is derived by HKDF (RFC 5869), so that what is learnt of
 * one use says nothing of another.
 */
final class Key {
  /** How long a key is, in bytes; what AES-256 and HMAC-SHA-256 make full use of. */
  static final int BYTES = 32;

  private static final int ID_BYTES = 4;

  private final byte[] secret;
  private final String id;
  private final SecretKey sealing;

  /**
   * @param secret {@value #BYTES} random bytes
   */
  Key(byte[] secret) {
    if (secret.length != BYTES) {
      throw new IllegalArgumentException("A key has " + BYTES + " bytes, not " + secret.length);
    }
    this.secret = secret.clone();
    this.id = HexFormat.of().formatHex(derived("id", "Generic").getEncoded(), 0, ID_BYTES);
    this.sealing = derived("seal", "AES");
  }

  /** Names the key without telling anything of it. */
  String id() {
    return id;
  }

  /** The key for AES-256-GCM. */
  SecretKey sealing() {
    return sealing;
  }

  /** The key for keyed hashes of one purpose. */
  SecretKey hashing(String purpose) {
    return derived("mac|" + purpose, "HmacSHA256");
  }

  private SecretKey derived(String use, String algorithm) {
    try {
      return KDF.getInstance("HKDF-SHA256")
          .deriveKey(
              algorithm,
              HKDFParameterSpec.ofExtract()
                  .addIKM(secret)
                  .thenExpand(("rapport|" + use).getBytes(UTF_8), BYTES));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("Every JDK 25 has HKDF-SHA256", impossible);
    }
  }
}
