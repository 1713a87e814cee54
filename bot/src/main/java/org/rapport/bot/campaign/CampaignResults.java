package org.rapport.bot.campaign;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.rapport.bot.campaign.reaction.GivenNudges;
import org.rapport.bot.campaign.reaction.Reaction;
import org.rapport.bot.campaign.reaction.ReactionTally;
import org.rapport.bot.delivery.Results;
import org.rapport.bot.delivery.Status;
import org.rapport.bot.delivery.Tally;
import org.rapport.bot.people.Preferences;
import org.rapport.bot.store.StoreAway;

/** Counts what became of campaigns. */
public final class CampaignResults {
  private final Results ledger;
  private final GivenNudges given;

  public CampaignResults(Results ledger, GivenNudges given) {
    this.ledger = ledger;
    this.given = given;
  }

  /**
   * What became of a campaign until now.
   *
   * @throws StoreAway while the database is away
   */
  public Outcomes of(Campaign campaign) {
    List<Tally> tallies =
        ledger.tallies(campaign.organisation(), campaign.id(), Preferences.USUAL.zone());
    List<ReactionTally> done =
        given.tallies(campaign.organisation(), campaign.id(), Preferences.USUAL.zone());
    return new Outcomes(group(tallies, done), nudges(tallies, done), days(tallies));
  }

  private static List<Outcomes.Nudged> nudges(List<Tally> tallies, List<ReactionTally> done) {
    Map<String, List<Tally>> byOccurrence =
        tallies.stream().collect(Collectors.groupingBy(Tally::occurrence));
    List<Outcomes.Nudged> nudges = new ArrayList<>();
    byOccurrence.forEach((occurrence, own) ->
        nudges.add(
            new Outcomes.Nudged(
                Occurrence.number(occurrence).orElse(0),
                occurrence,
                group(
                    own,
                    done.stream().filter(each -> each.occurrence().equals(occurrence)).toList()))));
    nudges.sort(
        Comparator.comparingInt(Outcomes.Nudged::number)
            .thenComparing(Outcomes.Nudged::occurrence));
    return nudges;
  }

  private static List<Outcomes.Day> days(List<Tally> tallies) {
    Map<LocalDate, Integer> sent = new TreeMap<>();
    tallies.stream()
        .filter(each -> each.status() == Status.SENT)
        .forEach(each -> sent.merge(each.day(), each.count(), Integer::sum));
    return sent.entrySet().stream()
        .map(each -> new Outcomes.Day(each.getKey(), each.getValue()))
        .toList();
  }

  private static Outcomes.Group group(List<Tally> tallies, List<ReactionTally> done) {
    int sent = count(tallies, each -> each.status() == Status.SENT);
    return new Outcomes.Group(
        count(tallies, each -> each.status() == Status.PLANNED || each.status() == Status.CLAIMED),
        sent,
        reasons(tallies, Status.SKIPPED),
        reasons(tallies, Status.FAILED),
        count(tallies, each -> each.status() == Status.UNCONFIRMED),
        sent < Outcomes.FEWEST ? Optional.empty() : Optional.of(done(done, sent)));
  }

  private static Outcomes.Done done(List<ReactionTally> done, int sent) {
    return new Outcomes.Done(
        share(done, Reaction.ACTED, sent),
        share(done, Reaction.DONE, sent),
        share(done, Reaction.NOT_FOR_ME, sent),
        share(done, Reaction.ALREADY_JOINED, sent),
        share(done, Reaction.SNOOZED, sent),
        share(done, Reaction.STOPPED, sent));
  }

  private static Outcomes.Share share(List<ReactionTally> done, Reaction what, int sent) {
    int people =
        done.stream().filter(each -> each.reaction() == what).mapToInt(ReactionTally::people).sum();
    int known = Math.min(people, sent);
    return new Outcomes.Share(known, Wilson.of(known, sent));
  }

  private static int count(List<Tally> tallies, Predicate<Tally> of) {
    return tallies.stream().filter(of).mapToInt(Tally::count).sum();
  }

  private static Map<String, Integer> reasons(List<Tally> tallies, Status status) {
    return tallies.stream()
        .filter(each -> each.status() == status)
        .collect(Collectors.toMap(Tally::reason, Tally::count, Integer::sum, TreeMap::new));
  }
}
