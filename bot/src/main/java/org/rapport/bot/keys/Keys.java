package org.rapport.bot.keys;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;

/**
 * Seals text for the database and opens it again, with AES-256-GCM. Sealed text names its key, so
 * that a newer key seals while the older ones still open. It opens only in the context that it was
 * sealed in, such as {@code slack-bot-token|T0123}: moved to another row it is worthless.
 */
public final class Keys {
  private static final String VERSION = "v1";
  private static final Pattern SEALED =
      Pattern.compile(VERSION + "\\.([0-9a-f]{8})\\.([A-Za-z0-9_-]{38,})");

  /** Sizes that NIST SP 800-38D recommends; random nonces do for 2^32 texts a key. */
  private static final int NONCE_BYTES = 12;

  private static final int TAG_BITS = 128;

  private final List<Key> newestFirst;
  private final SecureRandom random = new SecureRandom();

  private Keys(List<Key> newestFirst) {
    this.newestFirst = newestFirst;
  }

  /**
   * Reads keys as {@code RAPPORT_KEYS} or a file holds them.
   *
   * @throws IllegalArgumentException saying what was expected, without a key in it
   */
  public static Keys of(String text) {
    return new Keys(KeyText.read(text));
  }

  /** Sealed text cannot be opened; the message says why and holds no secret. */
  public static final class Unopened extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String why;

    Unopened(String why) {
      super(why);
      this.why = why;
    }

    /** One line for whoever looks after the keys. */
    public String why() {
      return why;
    }
  }

  /**
   * Seals a text with the newest key.
   *
   * @param context what the text is and whose; needed to open it again, and not secret
   */
  public String seal(String context, String text) {
    Key key = newestFirst.getFirst();
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    byte[] sealed = crypt(Cipher.ENCRYPT_MODE, key, nonce, context, text.getBytes(UTF_8), 0);
    byte[] both = new byte[NONCE_BYTES + sealed.length];
    System.arraycopy(nonce, 0, both, 0, NONCE_BYTES);
    System.arraycopy(sealed, 0, both, NONCE_BYTES, sealed.length);
    return prefix(key) + Base64.getUrlEncoder().withoutPadding().encodeToString(both);
  }

  /**
   * The text that was sealed.
   *
   * @throws Unopened if the key is not here, or this is not what was sealed in this context
   */
  public String open(String context, String sealed) {
    Key key = key(context, sealed);
    try {
      byte[] both = Base64.getUrlDecoder().decode(sealed.substring(prefix(key).length()));
      byte[] nonce = Arrays.copyOf(both, NONCE_BYTES);
      return new String(crypt(Cipher.DECRYPT_MODE, key, nonce, context, both, NONCE_BYTES), UTF_8);
    } catch (IllegalArgumentException altered) {
      throw new Unopened("What is kept as " + context + " was changed after it was sealed");
    }
  }

  /** Whether a newer key would seal this now. */
  public boolean isOld(String sealed) {
    return !sealed.startsWith(prefix(newestFirst.getFirst()));
  }

  /**
   * A hash that nobody can make or check without the newest key (HMAC-SHA-256), 32 bytes.
   *
   * @param purpose hashes of one purpose say nothing of the same text under another
   */
  public byte[] mac(String purpose, String text) {
    return mac(newestFirst.getFirst(), purpose, text);
  }

  /** The same under every key, newest first: what was hashed before a newer key came. */
  public List<byte[]> macs(String purpose, String text) {
    return newestFirst.stream().map(key -> mac(key, purpose, text)).toList();
  }

  private Key key(String context, String sealed) {
    Matcher form = SEALED.matcher(sealed);
    if (!form.matches()) {
      throw new Unopened("What is kept as " + context + " is not sealed by Rapport, or cut off");
    }
    return find(form.group(1))
        .orElseThrow(() ->
            new Unopened(
                "What is kept as %s was sealed with the key %s, which is not among %s"
                    .formatted(context, form.group(1), this)));
  }

  private Optional<Key> find(String id) {
    return newestFirst.stream().filter(key -> key.id().equals(id)).findFirst();
  }

  private static String prefix(Key key) {
    return VERSION + "." + key.id() + ".";
  }

  private static byte[] crypt(
      int mode, Key key, byte[] nonce, String context, byte[] input, int from) {
    try {
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(mode, key.sealing(), new GCMParameterSpec(TAG_BITS, nonce));
      cipher.updateAAD((prefix(key) + context).getBytes(UTF_8));
      return cipher.doFinal(input, from, input.length - from);
    } catch (AEADBadTagException altered) {
      throw new IllegalArgumentException("Not what was sealed", altered);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("Every JDK has AES-GCM", impossible);
    }
  }

  private static byte[] mac(Key key, String purpose, String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(key.hashing(purpose));
      return mac.doFinal(text.getBytes(UTF_8));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("Every JDK has HMAC-SHA-256", impossible);
    }
  }

  /** The keys by their ids. */
  @Override
  public String toString() {
    return "keys " + newestFirst.stream().map(Key::id).toList();
  }
}
