package org.rapport.bot.channel.teams;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.rapport.bot.channel.SendResult;

/**
 * What a failure of Teams means for a message that nobody waits for.
 *
 * <p>What Teams answers is from its documentation of proactive messages (learn.microsoft.com:
 * "Status code responses" in "Rate limit your bot", and "Send proactive messages").
 */
final class UnaskedOutcome {
  /** For a Teams that is busy and does not say for how long. */
  private static final Duration USUAL_PAUSE = Duration.ofSeconds(5);

  private static final Duration LONGEST_PAUSE = Duration.ofHours(1);

  /** Teams' words for a chat that no longer takes anything of ours, and our own. */
  private static final Map<String, String> ENDS =
      Map.of(
          "BotNotInConversationRoster", TeamsReferences.UNINSTALLED,
          "ConversationBlockedByUser", SendResult.Gone.BOT_BLOCKED,
          "MessageWritesBlocked", SendResult.Gone.BOT_BLOCKED,
          "ConversationNotFound", SendResult.Gone.NO_ADDRESS);

  private UnaskedOutcome() {}

  /** Of a message that may have gone out. */
  static SendResult said(TeamsFailure failure) {
    return switch (failure) {
      case TeamsFailure.NeverLeft never -> new SendResult.Failed(never.reason());
      case TeamsFailure.NoReply _ -> new SendResult.Unconfirmed("no_reply");
      case TeamsFailure.Answered answer when RetryAfter.notTaken(answer.status()) ->
          throttled(answer);
      case TeamsFailure.Answered answer when answer.status() >= 500 ->
          new SendResult.Unconfirmed("http_" + answer.status());
      case TeamsFailure.Answered answer when answer.status() == 401 ->
          new SendResult.Failed("http_401");
      case TeamsFailure.Answered answer -> refused(answer);
    };
  }

  /** Of opening a chat: nothing was said yet, whatever went wrong. */
  static SendResult unopened(TeamsFailure failure) {
    return switch (failure) {
      case TeamsFailure.NeverLeft never -> new SendResult.Failed(never.reason());
      case TeamsFailure.NoReply _ -> new SendResult.Failed("no_reply");
      case TeamsFailure.Answered answer when RetryAfter.notTaken(answer.status()) ->
          throttled(answer);
      case TeamsFailure.Answered(int status, _, _) when status == 403 || status == 404 ->
          new SendResult.Gone(TeamsReferences.UNINSTALLED);
      case TeamsFailure.Answered answer when answer.status() == 401 || answer.status() >= 500 ->
          new SendResult.Failed("http_" + answer.status());
      case TeamsFailure.Answered answer -> new SendResult.Refused("http_" + answer.status());
    };
  }

  /**
   * Why a conversation takes nothing any more: a tenant that blocks the whole app for a while ends
   * none; only Teams' own words do.
   */
  static Optional<String> end(TeamsFailure failure) {
    return failure instanceof TeamsFailure.Answered answer
        ? Optional.ofNullable(ENDS.get(answer.code()))
        : Optional.empty();
  }

  /** Whether there is nothing at the address that was written to. */
  static boolean isNowhere(TeamsFailure failure) {
    return failure instanceof TeamsFailure.Answered answer && answer.status() == 404;
  }

  private static SendResult refused(TeamsFailure.Answered answer) {
    if (answer.status() == 404) {
      return new SendResult.Gone(SendResult.Gone.NO_ADDRESS);
    }
    return end(answer)
        .<SendResult>map(SendResult.Gone::new)
        .orElseGet(() -> new SendResult.Refused("http_" + answer.status()));
  }

  private static SendResult throttled(TeamsFailure.Answered answer) {
    Duration asked = answer.retryAfter().orElse(USUAL_PAUSE);
    return new SendResult.Throttled(asked.compareTo(LONGEST_PAUSE) < 0 ? asked : LONGEST_PAUSE);
  }
}
