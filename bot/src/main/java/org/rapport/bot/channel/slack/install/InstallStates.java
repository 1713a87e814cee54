package org.rapport.bot.channel.slack.install;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import org.rapport.bot.store.Store;

/**
 * Installs that were begun: each has a random state, which is good once and for ten minutes. Only a
 * hash of it is kept, in the database, so that any replica can take the person back.
 */
final class InstallStates {
  /** How long a person has to agree. */
  static final Duration GOOD_FOR = Duration.ofMinutes(10);

  /** Whoever begins more than this many in ten minutes is not installing. */
  private static final int MOST_AT_ONCE = 10_000;

  private static final int RANDOM_BYTES = 32;
  private static final Pattern STATE = Pattern.compile("[A-Za-z0-9_-]{43}");

  private final Store store;
  private final InstantSource clock;
  private final SecureRandom random = new SecureRandom();

  InstallStates(Store store, InstantSource clock) {
    this.store = store;
    this.clock = clock;
  }

  /** A state for a new install; empty while too many are under way. */
  Optional<String> begin() {
    byte[] bytes = new byte[RANDOM_BYTES];
    random.nextBytes(bytes);
    String state = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    int kept =
        store.write(handle ->
            handle.execute(
                "insert into slack_install_state (state_hash, expires_at) select ?, ?"
                    + " where (select count(*) from slack_install_state) < ?",
                hash(state),
                clock.instant().plus(GOOD_FOR).toEpochMilli(),
                MOST_AT_ONCE));
    return kept == 1 ? Optional.of(state) : Optional.empty();
  }

  /** Uses up a state; whether it was good. */
  boolean redeem(String state) {
    return STATE.matcher(state).matches()
        && store.write(handle ->
            handle.execute(
                "delete from slack_install_state where state_hash = ? and expires_at > ?",
                hash(state),
                clock.millis()))
            == 1;
  }

  /** Forgets what can no longer be redeemed. */
  void forgetOld() {
    store.run(handle ->
        handle.execute("delete from slack_install_state where expires_at <= ?", clock.millis()));
  }

  private static String hash(String state) {
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("SHA-256").digest(state.getBytes(US_ASCII)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Every JDK has SHA-256", impossible);
    }
  }
}
