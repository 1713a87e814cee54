package org.rapport.bot.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.Property;
import org.junit.jupiter.api.Test;
import org.rapport.bot.conversation.Wording;
import org.rapport.bot.people.Position;
import org.rapport.knowledge.library.AwarenessDay;
import org.rapport.knowledge.library.Library;
import org.rapport.knowledge.library.Span;

/** What of the shipped library is in a calendar, and how it is written. */
class EntriesTest {
  private static final Library LIBRARY = new ShippedLibrary().get();
  private static final Span YEAR = days("2026-12-01", "2027-11-30");
  private static final Instant NOW = Instant.parse("2026-12-01T09:00:00Z");

  private final Wording wording = new Wording(Map.of());
  private final AwarenessEntries awareness = new AwarenessEntries(wording);
  private final ChatEntries chats = new ChatEntries(wording);

  @Test
  void aDayThatARuleFixesStandsOnItsDate() {
    assertThat(entry("international-day-of-the-midwife-2027"))
        .satisfies(entry -> {
          assertThat(entry.when())
              .isEqualTo(new Entry.When.Certain(days("2027-05-05", "2027-05-05")));
          assertThat(entry.title()).isEqualTo("International Day of the Midwife");
        });
    assertThat(entry("local-elections-2027").words()).contains("In England.");
    assertThat(entry("national-walking-month-2027").when())
        .isEqualTo(new Entry.When.Certain(days("2027-05-01", "2027-05-31")));
  }

  @Test
  void whatAnOrganiserSetsIsNeverShownAsCertain() {
    Set<String> set =
        LIBRARY.calendar().days().stream()
            .filter(day -> !day.timing().isCertain())
            .map(AwarenessDay::id)
            .collect(Collectors.toSet());
    List<Entry> shown =
        all().stream()
            .filter(entry -> set.contains(entry.id().replaceFirst("-\\d{4}$", "")))
            .toList();
    assertThat(shown)
        .hasSizeGreaterThan(20)
        .allSatisfy(entry -> {
          assertThat(entry.when()).isInstanceOf(Entry.When.Uncertain.class);
          assertThat(entry.title()).startsWith("Check the date: ");
          assertThat(entry.words()).startsWith("Check the date: ").contains("Usually: ");
        });
  }

  @Test
  void allThatIsCertainIsThereOnceOrTouchesBothEnds() {
    long certain =
        LIBRARY.calendar().days().stream().filter(day -> day.timing().isCertain()).count();
    assertThat(all())
        .filteredOn(entry -> entry.when() instanceof Entry.When.Certain)
        .hasSizeBetween((int) certain, (int) certain + 5);
    assertThat(all()).extracting(Entry::id).doesNotHaveDuplicates();
  }

  @Test
  void aPositionSeesWhatSuitsIt() {
    List<Entry> nurse =
        awareness.in(YEAR, Optional.of(Position.CHIEF_NURSE), LIBRARY.calendar().days());
    List<Entry> chair = awareness.in(YEAR, Optional.of(Position.CHAIR), LIBRARY.calendar().days());
    assertThat(nurse).extracting(Entry::id).contains("stroke-awareness-month-2027");
    assertThat(chair)
        .extracting(Entry::id)
        .contains("national-walking-month-2027")
        .doesNotContain("stroke-awareness-month-2027");
  }

  @Test
  void aChatComesOnceAMonthToBeChecked() {
    List<Entry> shown = chats.in(YEAR, Optional.empty(), LIBRARY.networks());
    assertThat(shown)
        .allSatisfy(entry -> {
          assertThat(entry.when()).isInstanceOf(Entry.When.Uncertain.class);
          assertThat(entry.title()).startsWith("Check the date: ");
        });
    assertThat(shown)
        .filteredOn(entry -> entry.title().contains("WeNurses"))
        .hasSize(12)
        .first()
        .extracting(Entry::when)
        .isEqualTo(new Entry.When.Uncertain(days("2026-12-03", "2026-12-03")));
    assertThat(shown).noneMatch(entry -> entry.title().contains("EBMchat"));
  }

  @Test
  void aCalendarIsReadByOthersAsItWasMeant() throws Exception {
    List<Entry> entries = new ArrayList<>(all());
    entries.add(
        new Entry(
            "odd",
            new Entry.When.Moment(Instant.parse("2027-03-28T08:00:00Z"), Duration.ofMinutes(15)),
            "Commas, semicolons; \\ and\nEND:VEVENT",
            "ü".repeat(200)));
    Calendar read = parse(IcsCalendar.of("Rapport", entries, NOW));

    assertThat(read.validate().hasErrors()).isFalse();
    assertThat(read.getComponents(Component.VEVENT)).hasSize(entries.size());
    Component odd = read.getComponents().getLast();
    assertThat(value(odd, Property.SUMMARY)).isEqualTo("Commas, semicolons; \\ and\nEND:VEVENT");
    assertThat(value(odd, Property.DTSTART)).isEqualTo("20270328T080000Z");
    assertThat(value(odd, Property.DTEND)).isEqualTo("20270328T081500Z");
    assertThat(value(odd, Property.DESCRIPTION)).hasSize(200);
  }

  @Test
  void aMonthEndsOnTheDayAfterItsLastAndMarksNobodyAsBusy() throws Exception {
    Calendar read =
        parse(IcsCalendar.of("Rapport", List.of(entry("national-walking-month-2027")), NOW));
    Component month = read.getComponents().getFirst();
    assertThat(value(month, Property.DTSTART)).isEqualTo("20270501");
    assertThat(value(month, Property.DTEND)).isEqualTo("20270601");
    assertThat(value(month, Property.TRANSP)).isEqualTo("TRANSPARENT");
    assertThat(value(month, Property.STATUS)).isEqualTo("CONFIRMED");
    assertThat(value(month, Property.UID)).isEqualTo("national-walking-month-2027@rapport");
  }

  private List<Entry> all() {
    return awareness.in(YEAR, Optional.empty(), LIBRARY.calendar().days());
  }

  private Entry entry(String id) {
    return all().stream().filter(entry -> entry.id().equals(id)).findFirst().orElseThrow();
  }

  private static String value(Component component, String property) {
    return component.getProperty(property).orElseThrow().getValue();
  }

  private static Calendar parse(String text) throws IOException, ParserException {
    assertThat(text.split("\r\n")).allMatch(line -> line.length() <= 75);
    return new CalendarBuilder().build(new StringReader(text));
  }

  private static Span days(String first, String last) {
    return new Span(LocalDate.parse(first), LocalDate.parse(last));
  }
}
