package org.rapport.bot;

import org.rapport.bot.audit.Audit;
import org.rapport.bot.calendar.CalendarFeed;
import org.rapport.bot.calendar.CalendarServlet;
import org.rapport.bot.calendar.ShippedLibrary;
import org.rapport.bot.http.Route;
import org.rapport.bot.people.CalendarTokens;

/** Lets calendars fetch what people subscribed to. */
final class CalendarWiring {
  private CalendarWiring() {}

  static Route route(Foundation base, Audit audit) {
    CalendarTokens tokens =
        new CalendarTokens(base.store(), base.keys()::macs, audit, base.clock());
    return CalendarServlet.route(
        new CalendarFeed(base.store(), tokens, new ShippedLibrary(), base.wording(), base.clock()));
  }
}
