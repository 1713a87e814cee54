package org.rapport.bot.channel;

/** What came of handing a message to a channel. Reasons are short codes, never message text. */
public sealed interface SendResult {

  /** The channel took it; {@code reference} is the channel's own id of the message. */
  record Sent(String reference) implements SendResult {}

  /** The channel refused it for good: no such person, bot removed, and the like. */
  record Refused(String reason) implements SendResult {}

  /** It surely did not go out, and was tried as often as the channel allows. */
  record Failed(String reason) implements SendResult {}

  /** No reply came: it may have gone out, so it is never sent again by itself. */
  record Unconfirmed(String reason) implements SendResult {}
}
