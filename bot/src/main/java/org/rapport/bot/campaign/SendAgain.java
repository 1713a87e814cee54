package org.rapport.bot.campaign;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.rapport.bot.delivery.Missed;
import org.rapport.bot.delivery.Results;
import org.rapport.bot.delivery.Status;
import org.rapport.bot.people.Enrolments;
import org.rapport.bot.people.Group;
import org.rapport.bot.people.Preferences;
import org.rapport.bot.store.Store;
import org.rapport.bot.store.StoreAway;

/**
 * Makes a draft for those alone whom a nudge did not reach: it was skipped or failed. Whoever may
 * have got it is not among them.
 */
public final class SendAgain {
  private static final int PAGE = 500;

  private final Store store;
  private final Campaigns campaigns;
  private final Results ledger;
  private final Enrolments enrolments;
  private final InstantSource clock;

  public SendAgain(
      Store store,
      Campaigns campaigns,
      Results ledger,
      Enrolments enrolments,
      InstantSource clock) {
    this.store = store;
    this.campaigns = campaigns;
    this.ledger = ledger;
    this.enrolments = enrolments;
    this.clock = clock;
  }

  /**
   * Drafts a nudge of a campaign again, for a day from now.
   *
   * @param number which nudge, from 1
   * @return empty if there is no such nudge, or it missed nobody
   * @throws StoreAway while the database is away
   */
  public Optional<Campaign> draft(Lead lead, Campaign campaign, int number) {
    Optional<Nudge> nudge = campaign.nudge(number);
    Set<String> people = nudge.isEmpty() ? Set.of() : missed(campaign, number);
    if (people.isEmpty()) {
      return Optional.empty();
    }
    String list = "Missed %s.%d at %s".formatted(campaign.id(), number, now());
    store.run(handle -> enrolments.list(handle, lead.organisation(), list, people));
    return nudge.map(said -> campaigns.create(lead, plan(campaign, said, list)));
  }

  private Set<String> missed(Campaign campaign, int number) {
    Set<String> people = new HashSet<>();
    String after = "";
    List<Missed> page = page(campaign, after);
    while (!page.isEmpty()) {
      page.stream()
          .filter(each -> each.status() != Status.UNCONFIRMED)
          .filter(each -> Occurrence.number(each.occurrence()).orElse(0) == number)
          .map(Missed::person)
          .forEach(people::add);
      after = page.getLast().id();
      page = page(campaign, after);
    }
    return people;
  }

  private List<Missed> page(Campaign campaign, String after) {
    return ledger.missed(campaign.organisation(), campaign.id(), after, PAGE);
  }

  private Plan plan(Campaign campaign, Nudge said, String list) {
    When when = When.once(now().plusDays(1), campaign.plan().when().zone());
    Group missed = new Group(Set.of(), Set.of(), Set.of(), Set.of(), Set.of(list));
    String name = "Again: " + campaign.plan().name();
    return new Plan(
        name.substring(0, Math.min(name.length(), Plan.LONGEST_NAME)),
        Kind.ONE_OFF,
        List.of(said),
        when,
        new Audience(missed, Group.ANYBODY));
  }

  private LocalDateTime now() {
    Instant now = clock.instant();
    return LocalDateTime.ofInstant(now, Preferences.USUAL.zone()).truncatedTo(ChronoUnit.MINUTES);
  }
}
