package org.rapport.bot.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.rapport.bot.conversation.Wording;
import org.rapport.bot.people.Position;
import org.rapport.knowledge.library.Network;
import org.rapport.knowledge.library.Span;

/**
 * The chats that a nudge may offer. None is certain to be held: once a month, on the weekday that
 * was its last known, an entry says that the date is to be checked. A chat without a weekday has no
 * place.
 */
final class ChatEntries {
  private static final String ANY = "any";

  private final Wording wording;

  ChatEntries(Wording wording) {
    this.wording = wording;
  }

  /** Those of some days. */
  List<Entry> in(Span days, Optional<Position> position, List<Network> networks) {
    return networks.stream()
        .filter(network -> network.kind() == Network.Kind.CHAT && network.offered())
        .filter(network -> suits(network, position))
        .flatMap(chat -> weekday(chat).stream().flatMap(weekday -> monthly(weekday, days, chat)))
        .toList();
  }

  private static boolean suits(Network network, Optional<Position> position) {
    return position.isEmpty()
        || network.positions().contains(ANY)
        || network.positions().contains(position.get().id());
  }

  private static Optional<DayOfWeek> weekday(Network chat) {
    return Arrays.stream(DayOfWeek.values())
        .filter(day -> chat.cadence().contains(day.getDisplayName(TextStyle.FULL, Locale.UK)))
        .findFirst();
  }

  private Stream<Entry> monthly(DayOfWeek weekday, Span days, Network chat) {
    return Stream.iterate(
            days.first().withDayOfMonth(1),
            month -> !month.isAfter(days.last()),
            month -> month.plusMonths(1))
        .map(month -> month.with(TemporalAdjusters.firstInMonth(weekday)))
        .filter(day -> !day.isBefore(days.first()) && !day.isAfter(days.last()))
        .map(day -> entry(day, chat));
  }

  private Entry entry(LocalDate day, Network chat) {
    return new Entry(
        chat.id() + "-" + day,
        new Entry.When.Uncertain(new Span(day, day)),
        wording.words("feed.check", Map.of("name", chat.name())),
        wording.words(
            "feed.chat",
            Map.of(
                "cadence", chat.cadence(), "seen", chat.lastKnownActive(), "for", chat.goodFor())));
  }
}
