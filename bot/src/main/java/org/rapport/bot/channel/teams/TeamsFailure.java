package org.rapport.bot.channel.teams;

import com.microsoft.bot.connector.rest.ErrorResponseException;
import com.microsoft.bot.restclient.RestException;
import com.microsoft.bot.schema.ErrorResponse;
import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/** Why a call of Teams failed, as far as it shows. */
sealed interface TeamsFailure {

  /**
   * Teams answered.
   *
   * @param status of HTTP
   * @param code Teams' own word for what is wrong; empty if it gave none
   * @param retryAfter how long it wants to be left alone; empty if it did not say
   */
  record Answered(int status, String code, Optional<Duration> retryAfter) implements TeamsFailure {}

  /** Nothing reached Teams; the reason is a short code. */
  record NeverLeft(String reason) implements TeamsFailure {}

  /** It may or may not have reached Teams. */
  record NoReply() implements TeamsFailure {}

  static TeamsFailure of(RuntimeException failed) {
    Throwable cause =
        failed instanceof CompletionException && failed.getCause() != null
            ? failed.getCause()
            : failed;
    return switch (cause) {
      case RestException answered -> answered(answered);
      case ConnectException neverLeft -> new NeverLeft("unreachable");
      case UnknownHostException neverLeft -> new NeverLeft("unreachable");
      case IOException noToken when noToken.getCause() instanceof ExecutionException ->
          new NeverLeft("login");
      default -> new NoReply();
    };
  }

  private static Answered answered(RestException answer) {
    return new Answered(
        answer.response().code(),
        answer instanceof ErrorResponseException told ? code(told.body()) : "",
        RetryAfter.seconds(answer.response().headers().get("Retry-After")));
  }

  private static String code(@Nullable ErrorResponse told) {
    return told == null || told.getError() == null || told.getError().getCode() == null
        ? ""
        : told.getError().getCode();
  }
}
