package org.rapport.bot.channel.teams;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;
import org.rapport.bot.channel.SendResult;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Counts what went wrong on the way from and to Teams, and says so in one line of the log. */
final class TeamsErrors {
  private static final Logger LOG = LoggerFactory.getLogger(TeamsErrors.class);

  private final MeterRegistry meters;

  TeamsErrors(MeterRegistry meters) {
    this.meters = meters;
  }

  /**
   * Notes one error.
   *
   * @param detail a short code of ours; never words, addresses or tokens that somebody sent
   */
  void note(Reason reason, String detail) {
    LOG.warn("teams {}: {}", reason.id(), detail);
    meters.counter("rapport.channel.errors", "channel", "teams", "reason", reason.id()).increment();
  }

  /** Notes what came of a send, unless it went well. */
  void note(SendResult result) {
    switch (result) {
      case SendResult.Sent _ -> {}
      case SendResult.Refused refused -> note(Reason.SEND_REFUSED, refused.reason());
      case SendResult.Gone gone -> note(Reason.SEND_REFUSED, gone.reason());
      case SendResult.Throttled _ -> note(Reason.SEND_FAILED, "throttled");
      case SendResult.Failed failed -> note(Reason.SEND_FAILED, failed.reason());
      case SendResult.Unconfirmed lost -> note(Reason.SEND_UNCONFIRMED, lost.reason());
    }
  }

  /** Kinds of errors, one a value of the metric. */
  enum Reason {
    /** Not an activity: wrong method, type or JSON. */
    BAD_REQUEST,
    /** Bigger than an activity can be. */
    TOO_LARGE,
    /** No token, or one that is not from the Bot Framework for this bot. */
    UNAUTHORISED,
    /** From a tenant that is not on the list. */
    FOREIGN_TENANT,
    /** Teams refused a message for good. */
    SEND_REFUSED,
    /** A message surely did not go out, and was tried as often as Teams allows. */
    SEND_FAILED,
    /** A message may or may not have gone out; it is not sent again. */
    SEND_UNCONFIRMED,
    /** A file that somebody sent could not be had. */
    FILE_NOT_FETCHED,
    /** A file for somebody could not be put where they wanted it. */
    FILE_NOT_PUT,
    /** A fault of ours. */
    INTERNAL;

    String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
