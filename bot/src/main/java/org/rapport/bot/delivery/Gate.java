package org.rapport.bot.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rapport.bot.delivery.Eligibility.Verdict;
import org.rapport.bot.store.StoreAway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks of a batch, just before it is sent, what may still go out. */
final class Gate {
  private static final Logger log = LoggerFactory.getLogger(Gate.class);

  /** Nothing comes back sooner, or a round would never end. */
  private static final Duration SOONEST = Duration.ofSeconds(1);

  private final Eligibility eligibility;
  private final Backoff backoff;

  Gate(Eligibility eligibility, Backoff backoff) {
    this.eligibility = eligibility;
    this.backoff = backoff;
  }

  /** What came of those that do not go out now, by their ids; the others may. */
  Map<String, Outcome> held(List<Claimed> batch, Instant now) {
    Map<String, Outcome> held = new HashMap<>();
    List<Claimed> inTime = new ArrayList<>();
    for (Claimed each : batch) {
      if (now.isBefore(each.delivery().tooLate())) {
        inTime.add(each);
      } else {
        held.put(each.delivery().id(), new Outcome.Skipped("too_late"));
      }
    }
    if (!inTime.isEmpty()) {
      ask(inTime, now, held);
    }
    return held;
  }

  private void ask(List<Claimed> batch, Instant now, Map<String, Outcome> held) {
    try {
      List<Verdict> verdicts =
          eligibility.check(batch.stream().map(Claimed::delivery).toList(), now);
      for (int i = 0; i < batch.size(); i++) {
        Claimed each = batch.get(i);
        outcome(verdicts.get(i), now).ifPresent(outcome -> held.put(each.delivery().id(), outcome));
      }
    } catch (StoreAway away) {
      batch.forEach(each -> held.put(each.delivery().id(), new Outcome.Wait(now.plus(SOONEST))));
    } catch (RuntimeException unchecked) {
      log.error("Deliveries could not be checked", unchecked);
      batch.forEach(
          each -> held.put(each.delivery().id(), backoff.after(each, "not_checked", now)));
    }
  }

  private static Optional<Outcome> outcome(Verdict verdict, Instant now) {
    return switch (verdict) {
      case Verdict.Send _ -> Optional.empty();
      case Verdict.Skip skip -> Optional.of(new Outcome.Skipped(skip.reason()));
      case Verdict.Later later -> Optional.of(new Outcome.Wait(soon(later.due(), now)));
    };
  }

  private static Instant soon(Instant due, Instant now) {
    Instant soonest = now.plus(SOONEST);
    return due.isBefore(soonest) ? soonest : due;
  }
}
