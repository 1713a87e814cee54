package org.rapport.bot.conversation;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.rapport.bot.channel.Address;
import org.rapport.bot.message.Message;
import org.rapport.bot.people.CalendarTokens;

/** The secret address of a person's calendar feed: given once, replaced, revoked. */
public final class CalendarCommands {
  private final CalendarTokens tokens;
  private final String site;
  private final CommandMessages messages;

  /**
   * @param publicUrl the address that people reach
   */
  public CalendarCommands(CalendarTokens tokens, URI publicUrl, Wording wording) {
    this.tokens = tokens;
    this.site = publicUrl.toString().replaceFirst("/$", "");
    this.messages = new CommandMessages(wording);
  }

  /** Who has one already is asked first, since a new address ends the old one. */
  Message show(Address from) {
    Optional<Instant> since = tokens.since(from);
    return since.isEmpty()
        ? renew(from)
        : messages.offering(
            "calendar.exists", Map.of("day", day(since.get())), CommandReader.NEW_CALENDAR);
  }

  Message renew(Address from) {
    String address = site + "/calendar/" + tokens.renew(from) + ".ics";
    return messages.brief("calendar.made", Map.of("address", address));
  }

  Message stop(Address from) {
    return messages.brief(tokens.revoke(from) ? "calendar.off" : "calendar.none");
  }

  private static String day(Instant since) {
    return PreferenceMessages.DAY.format(LocalDate.ofInstant(since, ZoneOffset.UTC));
  }
}
