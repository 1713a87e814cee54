package org.rapport.bot.channel.teams;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import okhttp3.Interceptor;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * Tries again what Teams says was not taken, when Teams says so. A request without a reply is never
 * tried again: it may have been taken, and nobody shall be told twice.
 */
final class RetryAfter implements Interceptor {
  private static final Set<Integer> NOT_TAKEN = Set.of(412, 429, 502, 503, 504);

  private static final int MOST_TRIES = 4;

  private final Patience patience;

  RetryAfter(Patience patience) {
    this.patience = patience;
  }

  @Override
  public Response intercept(Chain chain) throws IOException {
    for (int tries = 1; true; tries++) {
      Duration pause;
      try {
        Response response = chain.proceed(chain.request());
        pause = pause(response.header("Retry-After"), tries);
        if (!notTaken(response.code()) || last(tries, pause)) {
          return response;
        }
        response.close();
      } catch (ConnectException | UnknownHostException neverLeft) {
        pause = pause(null, tries);
        if (last(tries, pause)) {
          throw neverLeft;
        }
      }
      take(pause);
    }
  }

  private boolean last(int tries, Duration pause) {
    return tries == MOST_TRIES || pause.compareTo(patience.longestPause()) > 0;
  }

  /** As asked, or 1, 2, 4 seconds. */
  private static Duration pause(@Nullable String asked, int tries) {
    return seconds(asked).orElseGet(() -> Duration.ofSeconds(1L << (tries - 1)));
  }

  /** What the header of the same name asks for; empty if that is no number of seconds. */
  static Optional<Duration> seconds(@Nullable String asked) {
    return Optional.ofNullable(asked)
        .filter(words -> words.matches("\\d{1,6}"))
        .map(words -> Duration.ofSeconds(Long.parseLong(words)));
  }

  /** Whether Teams documents a status as "try again". */
  static boolean notTaken(int status) {
    return NOT_TAKEN.contains(status);
  }

  private void take(Duration pause) throws InterruptedIOException {
    try {
      patience.pause().take(pause);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("Stopped while waiting to try again");
    }
  }
}
