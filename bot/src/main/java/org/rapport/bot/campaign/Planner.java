package org.rapport.bot.campaign;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.rapport.bot.campaign.schedule.SendTimes;
import org.rapport.bot.delivery.Ledger;
import org.rapport.bot.delivery.PassedOver;
import org.rapport.bot.delivery.Planned;
import org.rapport.bot.people.Enrolled;
import org.rapport.bot.people.Enrolments;
import org.rapport.bot.store.Store;
import org.rapport.bot.store.StoreAway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Turns the occurrences that are due into deliveries; of one that is too late for everybody each is
 * noted as such, so that its results say so. A campaign is leased while it is planned, so that one
 * replica does it; whatever a crash leaves is planned again by another, and the ledger keeps nobody
 * twice.
 */
public final class Planner {
  private static final Logger log = LoggerFactory.getLogger(Planner.class);

  /** Far longer than a chunk takes; each chunk makes it longer. */
  static final Duration LEASE = Duration.ofMinutes(2);

  /** Well within the lease, and not so long that other campaigns wait for a slow channel. */
  private static final Duration READ_WITHIN = Duration.ofSeconds(30);

  private final Store store;
  private final Ledger ledger;
  private final Enrolments enrolments;
  private final Memberships memberships;
  private final SendTimes times;
  private final Installed installed;
  private final InstantSource clock;

  public Planner(
      Store store,
      Ledger ledger,
      Enrolments enrolments,
      Memberships memberships,
      SendTimes times,
      Installed installed,
      InstantSource clock) {
    this.store = store;
    this.ledger = ledger;
    this.enrolments = enrolments;
    this.memberships = memberships;
    this.times = times;
    this.installed = installed;
    this.clock = clock;
  }

  /**
   * Plans what is due; a thread calls this every few seconds.
   *
   * @return how many campaigns were seen to
   * @throws StoreAway while the database is away
   */
  public int runOnce() {
    int seen = 0;
    Optional<Leased> leased = claim();
    while (leased.isPresent()) {
      tryToSee(leased.get());
      seen++;
      leased = claim();
    }
    return seen;
  }

  /** One that fails must not hold up the others; it is seen to again when its lease is over. */
  private void tryToSee(Leased leased) {
    try {
      see(leased);
    } catch (StoreAway away) {
      throw away;
    } catch (RuntimeException failed) {
      log.error("Campaign {} could not be planned", leased.campaign().id(), failed);
    }
  }

  /** A campaign that is this planner's until a time. */
  private record Leased(Campaign campaign, Instant until) {}

  private Optional<Leased> claim() {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    return store
        .write(handle -> CampaignTables.claim(handle, now, now.plus(LEASE)))
        .map(campaign -> new Leased(campaign, now.plus(LEASE)));
  }

  private void see(Leased leased) {
    Campaign campaign = leased.campaign();
    Timetable timetable = new Timetable(campaign.plan());
    Optional<Occurrence> due = campaign.next();
    if (due.isEmpty()) {
      settle(leased, handle -> CampaignTables.finish(handle, campaign, clock.instant()));
    } else if (Timetable.planAt(due.get()).isAfter(clock.instant())) {
      settle(leased, handle -> CampaignTables.waitFor(handle, campaign, due.get()));
    } else {
      switch (memberships.of(campaign, READ_WITHIN)) {
        case Memberships.Read.Known known -> plan(leased, known.membership(), timetable, due.get());
        case Memberships.Read.Unknown unknown ->
            // Nothing is settled, so it is seen to again when the lease is over.
            log.warn(
                "Campaign {} waits: who is in {} cannot be read: {}",
                campaign.id(),
                unknown.why().place(),
                unknown.why().reason());
      }
    }
  }

  private void plan(Leased first, Membership membership, Timetable timetable, Occurrence due) {
    Campaign campaign = first.campaign();
    String organisation = campaign.organisation();
    ledger.open(organisation, campaign.id(), due.id());
    Optional<Leased> leased = planPages(first, membership, due, timetable.over(due));
    if (leased.isEmpty()) {
      leave(campaign);
      return;
    }
    ledger.planned(organisation, campaign.id(), due.id());
    Optional<Occurrence> next = timetable.after(due);
    Instant run = next.map(Timetable::planAt).orElseGet(() -> timetable.over(due));
    settle(leased.get(), handle -> CampaignTables.planned(handle, campaign, due, next, run));
  }

  /** Somebody cancelled it, or another planner took it over. */
  private void leave(Campaign campaign) {
    log.info("Campaign {} was taken away while it was planned", campaign.id());
    store
        .read(handle -> CampaignTables.find(handle, campaign.organisation(), campaign.id()))
        .filter(now -> now.state() == State.CANCELLED)
        .ifPresent(
            now -> ledger.skipPlanned(now.organisation(), now.id(), Reason.CANCELLED.code()));
  }

  /** Empty if the lease was lost. */
  private Optional<Leased> planPages(
      Leased first, Membership membership, Occurrence due, Instant over) {
    Campaign campaign = first.campaign();
    Rules rules = store.read(handle -> RulesTables.of(handle, campaign.organisation()));
    boolean isOver = !over.isAfter(clock.instant());
    Optional<Leased> leased = Optional.of(first);
    AudiencePage page = page(campaign, membership, "");
    while (!page.isEmpty() && leased.isPresent()) {
      plan(
          campaign,
          isOver ? page.enrolledBefore(over) : page,
          new Placing(
              times, installed, campaign.plan(), rules, due, page.ended(), clock.instant()));
      leased = leased.flatMap(this::renewed);
      page = page(campaign, membership, page.lastId());
    }
    return leased;
  }

  private void plan(Campaign campaign, AudiencePage page, Placing placing) {
    String occurrence = placing.occurrence().id();
    List<Planned> planned = new ArrayList<>();
    List<PassedOver> passed = new ArrayList<>();
    for (Enrolled each : page.people()) {
      switch (placing.of(each)) {
        case Placement.Gets gets ->
            planned.add(
                new Planned(each.person().id(), gets.address(), gets.due(), gets.tooLate()));
        case Placement.Misses missed ->
            passed.add(new PassedOver(each.person().id(), missed.address(), missed.reason()));
      }
    }
    if (!passed.isEmpty()) {
      ledger.skip(campaign.organisation(), campaign.id(), occurrence, passed);
    }
    ledger.plan(campaign.organisation(), campaign.id(), occurrence, planned);
  }

  private AudiencePage page(Campaign campaign, Membership membership, String after) {
    return store.read(
        handle -> AudiencePage.after(handle, enrolments, campaign, membership, after));
  }

  private Optional<Leased> renewed(Leased leased) {
    Instant until = clock.instant().truncatedTo(ChronoUnit.MILLIS).plus(LEASE);
    boolean held =
        store.write(
            handle -> CampaignTables.renew(handle, leased.campaign(), leased.until(), until));
    return held ? Optional.of(new Leased(leased.campaign(), until)) : Optional.empty();
  }

  private void settle(Leased leased, Consumer<Handle> work) {
    store.run(handle -> {
      if (CampaignTables.renew(handle, leased.campaign(), leased.until(), leased.until())) {
        work.accept(handle);
      }
    });
  }
}
