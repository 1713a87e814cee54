package org.rapport.bot.channel.slack;

import com.google.gson.JsonParseException;
import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.SlackApiTextResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;
import org.rapport.bot.channel.SendResult;

/** What one attempt to tell Slack something came to. */
sealed interface Attempt {
  /** How long Slack is left alone if it does not say. */
  Duration UNASKED_WAIT = Duration.ofSeconds(1);

  /** Why a call never left this machine. */
  String UNREACHABLE = "unreachable";

  Set<String> RATE_LIMITED = Set.of("ratelimited", "rate_limited");

  /** Slack says of these that part of the work may have been done. */
  Set<String> UNCERTAIN = Set.of("internal_error", "fatal_error");

  /** There is nothing more to try. */
  record Done(SendResult result) implements Attempt {}

  /** It surely was not taken; it may be tried again after a while. */
  record Later(Duration after, String reason) implements Attempt {}

  /** Something said to Slack, once. */
  interface Call {
    Attempt make() throws IOException, SlackApiException;
  }

  /** Makes the call; never throws for anything that Slack does. */
  static Attempt at(Call call) {
    try {
      return call.make();
    } catch (SlackHttp.NeverSent unreachable) {
      return new Later(UNASKED_WAIT, UNREACHABLE);
    } catch (SlackApiException refused) {
      return read(refused.getResponse());
    } catch (IOException lost) {
      return new Done(new SendResult.Unconfirmed("no_reply"));
    } catch (JsonParseException garbled) {
      return new Done(new SendResult.Unconfirmed("garbled_reply"));
    }
  }

  /**
   * What Slack's reply says.
   *
   * @param reference Slack's id of what it took
   */
  static Attempt read(SlackApiTextResponse response, @Nullable String reference) {
    String error = Optional.ofNullable(response.getError()).orElse("unknown");
    if (response.isOk()) {
      return new Done(new SendResult.Sent(Optional.ofNullable(reference).orElse("")));
    }
    if (RATE_LIMITED.contains(error)) {
      return new Later(UNASKED_WAIT, "rate_limited");
    }
    return new Done(
        UNCERTAIN.contains(error)
            ? new SendResult.Unconfirmed(error)
            : new SendResult.Refused(error));
  }

  /** What the status of a reply without Slack's JSON says. */
  static Attempt read(Response response) {
    Optional<Duration> asked =
        Optional.ofNullable(response.header("Retry-After")).map(Attempt::seconds);
    String reason = response.code() == 429 ? "rate_limited" : "http_" + response.code();
    if (response.code() == 429 || (response.code() >= 500 && asked.isPresent())) {
      return new Later(asked.orElse(UNASKED_WAIT), reason);
    }
    return new Done(
        response.code() >= 500
            ? new SendResult.Unconfirmed(reason)
            : new SendResult.Refused(reason));
  }

  private static Duration seconds(String header) {
    return header.matches("[0-9]{1,6}") ? Duration.ofSeconds(Long.parseLong(header)) : UNASKED_WAIT;
  }
}
