package org.rapport.bot.channel.slack;

import com.google.gson.JsonParseException;
import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.SlackApiTextResponse;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Asks Slack several things, one after another, until a time. What Slack puts off is asked again
 * when it says so; what went wrong on the way, a few times.
 */
final class SlackAsking {
  private static final int MOST_FAILURES = 3;
  private static final Duration AFTER_FAILURE = Duration.ofSeconds(1);

  private final InstantSource clock;
  private final Pause pause;
  private final Instant until;

  SlackAsking(InstantSource clock, Pause pause, Duration within) {
    this.clock = clock;
    this.pause = pause;
    this.until = clock.instant().plus(within);
  }

  /** Something to ask. */
  interface Call<T> {
    T make() throws IOException, SlackApiException;
  }

  /** Slack gives no answer; the reason is a short code. */
  static final class Unanswered extends Exception {
    private static final long serialVersionUID = 1L;

    private final String reason;

    Unanswered(String reason) {
      super(reason, null, false, false);
      this.reason = reason;
    }

    String reason() {
      return reason;
    }
  }

  /** The answer, which is a good one. */
  <T extends SlackApiTextResponse> T answer(Call<T> call) throws Unanswered {
    for (int failures = 0; true; ) {
      if (clock.instant().isAfter(until)) {
        throw new Unanswered("too_slow");
      }
      Missed missed;
      try {
        T response = call.make();
        if (response.isOk()) {
          return response;
        }
        missed = missed(response);
      } catch (SlackApiException refused) {
        missed = missed(refused);
      } catch (IOException | JsonParseException lost) {
        missed = new Missed("no_reply", AFTER_FAILURE, true);
      }
      failures += missed.failed() ? 1 : 0;
      if (failures == MOST_FAILURES) {
        throw new Unanswered(missed.reason());
      }
      take(missed);
    }
  }

  /**
   * No answer yet.
   *
   * @param failed whether something went wrong; otherwise Slack only wants to be asked later
   */
  private record Missed(String reason, Duration after, boolean failed) {}

  private static Missed missed(SlackApiTextResponse response) throws Unanswered {
    String error = Optional.ofNullable(response.getError()).orElse("unknown");
    if (Attempt.RATE_LIMITED.contains(error)) {
      return new Missed("rate_limited", Attempt.UNASKED_WAIT, false);
    }
    if (Attempt.UNCERTAIN.contains(error)) {
      return new Missed(error, AFTER_FAILURE, true);
    }
    throw new Unanswered(error.matches("[a-z0-9_]{1,60}") ? error : "unknown");
  }

  private static Missed missed(SlackApiException refused) throws Unanswered {
    int status = refused.getResponse().code();
    if (Attempt.read(refused.getResponse()) instanceof Attempt.Later later) {
      return new Missed(later.reason(), later.after(), status != 429);
    }
    if (status < 500) {
      throw new Unanswered("http_" + status);
    }
    return new Missed("http_" + status, AFTER_FAILURE, true);
  }

  private void take(Missed missed) throws Unanswered {
    // A pause of nothing would be no limit to how often Slack is asked.
    Duration after = missed.after().compareTo(AFTER_FAILURE) < 0 ? AFTER_FAILURE : missed.after();
    if (clock.instant().plus(after).isAfter(until) || !pause.passed(after)) {
      throw new Unanswered(missed.reason());
    }
  }
}
