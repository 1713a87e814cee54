package org.rapport.bot.campaign;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jdbi.v3.core.Handle;
import org.rapport.bot.campaign.reaction.LastAnswers;
import org.rapport.bot.delivery.Contacts;
import org.rapport.bot.delivery.Reached;
import org.rapport.bot.delivery.Status;

/**
 * As much of some people's nudges and answers as a {@link Governor} needs, and for most people that
 * is little.
 *
 * @param reached by the ids of people
 * @param answers when each last did anything with a nudge
 */
record History(Map<String, List<Reached>> reached, Map<String, Instant> answers) {
  static final History NOTHING = new History(Map.of(), Map.of());

  /** Four weeks of days in any zone: who did anything since then has ignored nothing older. */
  private static final Duration RECENT = Duration.ofDays(29);

  /**
   * Reads it, with a connection of the caller's.
   *
   * @param people ids, a few hundred at most
   */
  static History of(
      Handle handle, String organisation, List<String> people, Rules rules, Instant now) {
    Map<String, Instant> toNewest = LastAnswers.toNewest(handle, organisation, people);
    Map<String, List<Reached>> reached = reached(handle, organisation, people, toNewest, now);
    History history = new History(reached, toNewest);
    List<String> silent =
        people.stream().filter(each -> history.unanswered(each) >= rules.ignoredLimit()).toList();
    Map<String, Instant> answers = new HashMap<>(toNewest);
    answers.putAll(LastAnswers.of(handle, organisation, silent));
    return new History(reached, answers);
  }

  /** A person's nudges, oldest first. */
  List<Reached> reached(String person) {
    return reached.getOrDefault(person, List.of());
  }

  Optional<Instant> lastAnswer(String person) {
    return Optional.ofNullable(answers.get(person));
  }

  private long unanswered(String person) {
    Instant answered = lastAnswer(person).orElse(Instant.MIN);
    return reached(person).stream()
        .filter(each -> each.status() != Status.PLANNED && each.at().isAfter(answered))
        .count();
  }

  private static Map<String, List<Reached>> reached(
      Handle handle,
      String organisation,
      List<String> people,
      Map<String, Instant> answers,
      Instant now) {
    Instant recent = now.minus(RECENT);
    Predicate<String> isActive =
        person -> answers.getOrDefault(person, Instant.MIN).isAfter(recent);
    List<String> active = people.stream().filter(isActive).toList();
    List<String> others = people.stream().filter(isActive.negate()).toList();
    Map<String, List<Reached>> reached = new HashMap<>();
    reached.putAll(Contacts.reached(handle, organisation, active, recent));
    reached.putAll(Contacts.reached(handle, organisation, others, now.minus(Governor.LOOKS_BACK)));
    return reached;
  }
}
