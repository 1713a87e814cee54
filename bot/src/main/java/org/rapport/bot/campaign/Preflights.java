package org.rapport.bot.campaign;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.rapport.bot.campaign.schedule.SendTimes;
import org.rapport.bot.delivery.Contacts;
import org.rapport.bot.delivery.Reached;
import org.rapport.bot.people.Enrolled;
import org.rapport.bot.people.Enrolments;
import org.rapport.bot.store.Store;
import org.rapport.bot.store.StoreAway;

/** Says beforehand who would get a campaign's next nudge; changes nothing. */
public final class Preflights {
  private static final Duration A_WEEK_AND_ZONES = Duration.ofDays(9);

  /** Somebody waits for it. */
  private static final Duration READ_WITHIN = Duration.ofSeconds(20);

  private final Store store;
  private final Enrolments enrolments;
  private final Memberships memberships;
  private final SendTimes times;
  private final Installed installed;
  private final InstantSource clock;

  public Preflights(
      Store store,
      Enrolments enrolments,
      Memberships memberships,
      SendTimes times,
      Installed installed,
      InstantSource clock) {
    this.store = store;
    this.enrolments = enrolments;
    this.memberships = memberships;
    this.times = times;
    this.installed = installed;
    this.clock = clock;
  }

  /**
   * Who would get the next nudge of a campaign.
   *
   * @throws StoreAway while the database is away
   */
  public Preflight of(Campaign campaign) {
    Instant now = clock.instant();
    Optional<Occurrence> next = campaign.coming(now);
    Count count = new Count();
    Optional<Unread> unread =
        next.flatMap(occurrence ->
            switch (memberships.of(campaign, READ_WITHIN)) {
              case Memberships.Read.Known known -> {
                count(campaign, known.membership(), occurrence, now, count);
                yield Optional.empty();
              }
              case Memberships.Read.Unknown unknown -> Optional.of(unknown.why());
            });
    return new Preflight(next, count.gets, count.misses, count.who, unread);
  }

  private void count(
      Campaign campaign, Membership membership, Occurrence occurrence, Instant now, Count count) {
    Rules rules = store.read(handle -> RulesTables.of(handle, campaign.organisation()));
    AudiencePage page = page(campaign, membership, "");
    while (!page.isEmpty()) {
      Placing placing =
          new Placing(times, installed, campaign.plan(), rules, occurrence, page.ended(), now);
      Map<String, List<Reached>> reached = reached(campaign, page, occurrence);
      for (Enrolled each : page.people()) {
        Governor governor =
            new Governor(
                rules,
                each.preferences().zone(),
                reached.getOrDefault(each.person().id(), List.of()),
                Optional.empty());
        count.add(capped(placing.of(each), governor));
      }
      page = page(campaign, membership, page.lastId());
    }
  }

  private static Placement capped(Placement placement, Governor governor) {
    return placement instanceof Placement.Gets gets && governor.wouldBeOver(gets.due())
        ? new Placement.Misses(gets.address(), Reason.OVER_CAP.code())
        : placement;
  }

  private AudiencePage page(Campaign campaign, Membership membership, String after) {
    return store.read(
        handle -> AudiencePage.after(handle, enrolments, campaign, membership, after));
  }

  private Map<String, List<Reached>> reached(
      Campaign campaign, AudiencePage page, Occurrence occurrence) {
    Instant since = occurrence.occasion().earliest().minus(A_WEEK_AND_ZONES);
    return store.read(handle ->
        Contacts.reached(
            handle,
            campaign.organisation(),
            page.people().stream().map(each -> each.person().id()).toList(),
            since));
  }

  /** What is counted while pages go by. */
  private static final class Count {
    private int gets;
    private final Map<String, Integer> misses = new TreeMap<>();
    private final List<Preflight.Missing> who = new ArrayList<>();

    void add(Placement placement) {
      switch (placement) {
        case Placement.Gets _ -> gets++;
        case Placement.Misses missed -> {
          misses.merge(missed.reason(), 1, Integer::sum);
          if (who.size() < Preflight.MOST_SHOWN) {
            who.add(new Preflight.Missing(missed.address(), missed.reason()));
          }
        }
      }
    }
  }
}
