package org.rapport.bot.expert;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;
import org.rapport.bot.channel.Place;
import org.rapport.bot.store.Store;
import org.rapport.bot.store.StoreAway;

/**
 * Shows a question anew that nobody has answered for a day: to whoever claimed it, otherwise where
 * it was asked. At most twice, and only in working hours.
 */
public final class ExpertReminders {
  private static final Duration AFTER = Duration.ofHours(24);
  private static final int MOST = 2;
  private static final int MOST_AT_ONCE = 50;

  private final Store store;
  private final ExpertPlaces places;
  private final WorkingHours hours;
  private final InstantSource clock;

  /**
   * @param holidays the days on which nobody is reminded, beside weekends
   */
  public ExpertReminders(
      Store store, ExpertPlaces places, Predicate<LocalDate> holidays, InstantSource clock) {
    this.store = store;
    this.places = places;
    this.hours = new WorkingHours(holidays);
    this.clock = clock;
  }

  /**
   * Does it once; a thread calls this every few minutes.
   *
   * @return how many questions are shown anew
   * @throws StoreAway while the database is away
   */
  public int runOnce() {
    Instant now = clock.instant();
    if (!hours.include(now)) {
      return 0;
    }
    long before = now.minus(AFTER).toEpochMilli();
    List<ExpertQuestion> waiting =
        store.read(handle -> QuestionTables.waitedSince(handle, before, MOST, MOST_AT_ONCE));
    return (int) waiting.stream().filter(this::remind).count();
  }

  private boolean remind(ExpertQuestion question) {
    List<Place> shown =
        question
            .expert()
            .map(expert -> List.of(Place.chatOf(expert)))
            .orElseGet(() -> places.of(question.organisation()));
    return store.write(handle -> {
      boolean first = QuestionTables.remind(handle, question, clock.millis());
      if (first) {
        shown.forEach(place -> PostTables.addForExperts(handle, question, place));
      }
      return first;
    });
  }
}
