package org.rapport.bot.calendar;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import net.fortuna.ical4j.data.CalendarOutputter;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.ParameterList;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.parameter.Value;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.RefreshInterval;
import net.fortuna.ical4j.model.property.Status;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.XProperty;
import net.fortuna.ical4j.model.property.immutable.ImmutableCalScale;
import net.fortuna.ical4j.model.property.immutable.ImmutableStatus;
import net.fortuna.ical4j.model.property.immutable.ImmutableTransp;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;
import org.rapport.knowledge.library.Span;

/** Writes entries as a calendar of RFC 5545; nothing in it marks a person as busy. */
final class IcsCalendar {
  private static final String MAKER = "-//Rapport//Calendar feed//EN";

  /** How often a calendar need fetch it. */
  private static final Duration FETCHED_EVERY = Duration.ofHours(12);

  private IcsCalendar() {}

  /**
   * The calendar as text.
   *
   * @param now when it is written
   */
  static String of(String name, List<Entry> entries, Instant now) {
    Calendar calendar = new Calendar();
    calendar.add(new ProdId(MAKER));
    calendar.add(ImmutableVersion.VERSION_2_0);
    calendar.add(ImmutableCalScale.GREGORIAN);
    // Of no standard, but what Outlook and Apple read.
    calendar.add(new XProperty("X-WR-CALNAME", name));
    calendar.add(new XProperty("X-PUBLISHED-TTL", FETCHED_EVERY.toString()));
    calendar.add(new RefreshInterval(new ParameterList(List.of(Value.DURATION)), FETCHED_EVERY));
    entries.forEach(entry -> calendar.add(event(entry, now)));
    return written(calendar);
  }

  private static VEvent event(Entry entry, Instant now) {
    VEvent event = new VEvent(false);
    event.add(new Uid(entry.id() + "@rapport"));
    event.add(new DtStamp(now));
    event.add(new Summary(entry.title()));
    event.add(new Description(entry.words()));
    event.add(ImmutableTransp.TRANSPARENT);
    event.add(status(entry.when()));
    switch (entry.when()) {
      case Entry.When.Certain(Span days) -> addDays(event, days);
      case Entry.When.Uncertain(Span days) -> addDays(event, days);
      case Entry.When.Moment(Instant at, Duration length) -> {
        event.add(new DtStart<>(at));
        event.add(new DtEnd<>(at.plus(length)));
      }
    }
    return event;
  }

  private static Status status(Entry.When when) {
    return switch (when) {
      case Entry.When.Certain _, Entry.When.Moment _ -> ImmutableStatus.VEVENT_CONFIRMED;
      case Entry.When.Uncertain _ -> ImmutableStatus.VEVENT_TENTATIVE;
    };
  }

  /** A calendar's last day is the one after. */
  private static void addDays(VEvent event, Span days) {
    event.add(new DtStart<>(days.first()));
    event.add(new DtEnd<>(days.last().plusDays(1)));
  }

  private static String written(Calendar calendar) {
    StringWriter text = new StringWriter();
    try {
      new CalendarOutputter().output(calendar, text);
    } catch (IOException impossible) {
      throw new UncheckedIOException("A text in memory can be written", impossible);
    }
    return text.toString();
  }
}
