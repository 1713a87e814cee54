package org.rapport.bot.conversation;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.rapport.bot.channel.Address;
import org.rapport.knowledge.Question;

/**
 * What a person asked last in a conversation, so that "and on LinkedIn?" is understood. In memory
 * only, masked by whoever adds to it, and for a quarter of an hour after the last question.
 */
final class FollowUpMemory {
  static final Duration KEPT = Duration.ofMinutes(15);

  private static final int MOST_CONVERSATIONS = 10_000;
  private static final int LONGEST = 300;

  private final InstantSource clock;
  // The one that was silent for longest first.
  private final Map<Place, Said> said = new LinkedHashMap<>();

  private record Place(Address person, String conversation) {}

  private record Said(List<String> questions, Instant at) {}

  FollowUpMemory(InstantSource clock) {
    this.clock = clock;
  }

  /** What the asker asked here before, the newest last. */
  synchronized List<String> before(Incoming.Asked asked) {
    forgetOld();
    Said before = said.get(place(asked));
    return before == null ? List.of() : before.questions();
  }

  /**
   * Adds a question.
   *
   * @param masked its words, without personal data
   */
  synchronized void add(Incoming.Asked asked, String masked) {
    List<String> questions = new ArrayList<>(before(asked));
    questions.add(masked.substring(0, Math.min(masked.length(), LONGEST)));
    int from = Math.max(0, questions.size() - Question.MOST_EARLIER);
    forget(asked);
    said.put(
        place(asked),
        new Said(List.copyOf(questions.subList(from, questions.size())), clock.instant()));
    if (said.size() > MOST_CONVERSATIONS) {
      said.remove(said.keySet().iterator().next());
    }
  }

  /** Forgets what the asker asked here. */
  synchronized void forget(Incoming.Asked asked) {
    said.remove(place(asked));
  }

  /** Forgets what a person asked, wherever. */
  synchronized void forget(Address person) {
    said.keySet().removeIf(place -> place.person().equals(person));
  }

  /** Forgets every conversation that has been silent for {@link #KEPT}. */
  synchronized void forgetOld() {
    Instant oldest = clock.instant().minus(KEPT);
    Iterator<Said> silent = said.values().iterator();
    while (silent.hasNext() && !silent.next().at().isAfter(oldest)) {
      silent.remove();
    }
  }

  private static Place place(Incoming.Asked asked) {
    return new Place(asked.from(), asked.conversation());
  }
}
