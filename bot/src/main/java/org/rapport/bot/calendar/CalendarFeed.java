package org.rapport.bot.calendar;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.rapport.bot.conversation.Wording;
import org.rapport.bot.people.CalendarTokens;
import org.rapport.bot.people.Position;
import org.rapport.bot.store.Store;
import org.rapport.bot.store.StoreAway;
import org.rapport.knowledge.library.Library;
import org.rapport.knowledge.library.Span;

/** What a person's calendar shows: from a month ago to a year ahead. */
public final class CalendarFeed {
  private final CalendarTokens tokens;
  private final Supplier<Library> library;
  private final AwarenessEntries awareness;
  private final ChatEntries chats;
  private final NudgeEntries nudges;
  private final Wording wording;
  private final InstantSource clock;

  /**
   * @param library what nudges are made of
   */
  public CalendarFeed(
      Store store,
      CalendarTokens tokens,
      Supplier<Library> library,
      Wording wording,
      InstantSource clock) {
    this.tokens = tokens;
    this.library = library;
    this.awareness = new AwarenessEntries(wording);
    this.chats = new ChatEntries(wording);
    this.nudges = new NudgeEntries(store, wording);
    this.wording = wording;
    this.clock = clock;
  }

  /**
   * The calendar that a token leads to, as RFC 5545 has it; empty if the token is nobody's.
   *
   * @param token as it came in from outside
   * @throws StoreAway while the database is away
   */
  public Optional<String> read(String token) {
    return tokens.owner(token).map(this::calendar);
  }

  private String calendar(CalendarTokens.Owner owner) {
    Instant now = clock.instant();
    LocalDate today = LocalDate.ofInstant(now, owner.wants().zone());
    Span days = new Span(today.minusMonths(1), today.plusYears(1));
    Optional<Position> position = owner.wants().position();
    List<Entry> entries = new ArrayList<>();
    entries.addAll(awareness.in(days, position, library.get().calendar().days()));
    entries.addAll(chats.in(days, position, library.get().networks()));
    Instant first = days.first().atStartOfDay(owner.wants().zone()).toInstant();
    entries.addAll(nudges.since(first, owner.person()));
    return IcsCalendar.of(wording.words("feed.name"), entries, now);
  }
}
