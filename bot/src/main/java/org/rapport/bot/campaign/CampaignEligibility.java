package org.rapport.bot.campaign;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.rapport.bot.campaign.schedule.Diary;
import org.rapport.bot.campaign.schedule.Hold;
import org.rapport.bot.campaign.schedule.SendRules;
import org.rapport.bot.campaign.schedule.SendTime;
import org.rapport.bot.campaign.schedule.SendTimes;
import org.rapport.bot.delivery.Delivery;
import org.rapport.bot.delivery.Eligibility;
import org.rapport.bot.people.Enrolled;
import org.rapport.bot.people.Enrolments;
import org.rapport.bot.store.Store;
import org.rapport.bot.store.StoreAway;

/**
 * Asks everything again at the moment of sending: state of the campaign, consent, quiet hours and
 * the like, and whether it would be one too many. Throws {@link StoreAway} while the database is
 * away.
 */
public final class CampaignEligibility implements Eligibility {
  /** How long a delivery of a campaign that is paused waits before it is looked at again. */
  private static final Duration PAUSED_FOR = Duration.ofMinutes(5);

  private final Store store;
  private final Enrolments enrolments;
  private final SendTimes times;

  public CampaignEligibility(Store store, Enrolments enrolments, SendTimes times) {
    this.store = store;
    this.enrolments = enrolments;
    this.times = times;
  }

  @Override
  public Verdict check(Delivery delivery, Instant now) {
    return check(List.of(delivery), now).getFirst();
  }

  @Override
  public List<Verdict> check(List<Delivery> batch, Instant now) {
    Map<String, List<Delivery>> byOrganisation =
        batch.stream().collect(Collectors.groupingBy(Delivery::organisation));
    Map<String, Known> known =
        byOrganisation.entrySet().stream()
            .collect(
                Collectors.toMap(
                    Map.Entry::getKey, each -> known(each.getKey(), each.getValue(), now)));
    return batch.stream()
        .map(each -> verdict(each, known.getOrDefault(each.organisation(), Known.NOTHING), now))
        .toList();
  }

  /** What a batch is judged by. */
  private record Known(
      Rules rules, Map<String, Campaign> campaigns, Map<String, Enrolled> people, History history) {
    static final Known NOTHING = new Known(Rules.USUAL, Map.of(), Map.of(), History.NOTHING);
  }

  private Known known(String organisation, List<Delivery> batch, Instant now) {
    List<String> people = batch.stream().map(Delivery::person).distinct().toList();
    return store.read(handle -> {
      Rules rules = RulesTables.of(handle, organisation);
      return new Known(
          rules,
          campaigns(handle, organisation, batch),
          enrolments.among(handle, organisation, people),
          History.of(handle, organisation, people, rules, now));
    });
  }

  private static Map<String, Campaign> campaigns(
      Handle handle, String organisation, List<Delivery> batch) {
    return batch.stream()
        .map(Delivery::campaign)
        .distinct()
        .flatMap(id -> CampaignTables.find(handle, organisation, id).stream())
        .collect(Collectors.toMap(Campaign::id, Function.identity()));
  }

  private Verdict verdict(Delivery delivery, Known known, Instant now) {
    Campaign campaign = known.campaigns().get(delivery.campaign());
    Enrolled who = known.people().get(delivery.person());
    if (campaign == null) {
      return skip(Reason.CANCELLED);
    }
    if (who == null) {
      return skip(Reason.LEFT);
    }
    return switch (campaign.state()) {
      case CANCELLED -> skip(Reason.CANCELLED);
      case DRAFT, IN_REVIEW, PAUSED -> new Verdict.Later(now.plus(PAUSED_FOR));
      case SCHEDULED, RUNNING, FINISHED -> verdict(delivery, campaign, who, known, now);
    };
  }

  private Verdict verdict(
      Delivery delivery, Campaign campaign, Enrolled who, Known known, Instant now) {
    Optional<Reason> refused = refused(who, now);
    if (refused.isPresent()) {
      return skip(refused.get());
    }
    SendRules rules = Placing.sendRules(campaign.plan(), known.rules());
    Diary diary = Placing.diary(who);
    return switch (times.from(now, delivery.tooLate(), rules, diary)) {
      case SendTime.Skipped _ -> new Verdict.Skip(whyNone(delivery, rules, diary));
      case SendTime.Due due when due.due().isAfter(now) -> new Verdict.Later(due.due());
      case SendTime.Due _ -> governed(delivery, who, known, now);
    };
  }

  /** If nothing holds it off at the time that was planned, it is only late. */
  private String whyNone(Delivery delivery, SendRules rules, Diary diary) {
    return times
        .hold(delivery.due(), rules, diary)
        .map(Hold::code)
        .orElseGet(Reason.TOO_LATE::code);
  }

  private static Optional<Reason> refused(Enrolled who, Instant now) {
    if (who.forgotten()) {
      return Optional.of(Reason.SUPPRESSED);
    }
    if (who.preferences().stopped()) {
      return Optional.of(Reason.OPTED_OUT);
    }
    return Placing.isPaused(who.preferences(), now) ? Optional.of(Reason.PAUSED) : Optional.empty();
  }

  private static Verdict governed(Delivery delivery, Enrolled who, Known known, Instant now) {
    return governor(delivery.person(), who, known)
        .holds(delivery.id(), now)
        .map(CampaignEligibility::skip)
        .orElseGet(Verdict.Send::new);
  }

  private static Governor governor(String person, Enrolled who, Known known) {
    return new Governor(
        known.rules(),
        who.preferences().zone(),
        known.history().reached(person),
        known.history().lastAnswer(person));
  }

  private static Verdict skip(Reason reason) {
    return new Verdict.Skip(reason.code());
  }
}
