package org.rapport.bot.channel;

import java.time.Duration;

/** What came of handing a message to a channel. Reasons are short codes, never message text. */
public sealed interface SendResult {

  /** The channel took it; {@code reference} is the channel's own id of the message. */
  record Sent(String reference) implements SendResult {}

  /** The channel refused this message for good; another may be taken. */
  record Refused(String reason) implements SendResult {}

  /**
   * Nothing can be sent to this address any more: no such person, disabled, bot removed by them,
   * and the like.
   */
  record Gone(String reason) implements SendResult {
    /** The person is no longer there, or never was. */
    public static final String LEFT = "left";

    /** Rapport is not, or no longer, where they are. */
    public static final String BOT_NOT_INSTALLED = "bot_not_installed";

    /** They blocked Rapport. */
    public static final String BOT_BLOCKED = "bot_blocked";

    /** There is no chat that takes anything. */
    public static final String NO_ADDRESS = "no_address";
  }

  /**
   * It surely did not go out, and nothing more is taken from this workspace for a while.
   *
   * @param after how long it wants to be left alone
   */
  record Throttled(Duration after) implements SendResult {}

  /** It surely did not go out, and was tried as often as the channel allows. */
  record Failed(String reason) implements SendResult {}

  /** No reply came: it may have gone out, so it is never sent again by itself. */
  record Unconfirmed(String reason) implements SendResult {}
}
