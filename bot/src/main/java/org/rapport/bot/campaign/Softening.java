package org.rapport.bot.campaign;

import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.rapport.bot.campaign.reaction.LastAnswers;
import org.rapport.bot.delivery.Contacts;
import org.rapport.bot.delivery.Delivery;
import org.rapport.bot.store.Store;
import org.rapport.bot.store.StoreAway;

/** Tells which nudge is to ask, once, whether nudges are too many. */
public final class Softening {
  private final Store store;
  private final InstantSource clock;

  public Softening(Store store, InstantSource clock) {
    this.store = store;
    this.clock = clock;
  }

  /**
   * Whether a delivery is the first since its person had so many in a row without an answer that
   * they come once in four weeks.
   *
   * @param zone whose days count
   * @return how many that was; empty if it is not
   * @throws StoreAway while the database is away
   */
  public Optional<Integer> beginsWith(Delivery delivery, ZoneId zone) {
    String organisation = delivery.organisation();
    List<String> one = List.of(delivery.person());
    return store.read(handle -> {
      Rules rules = RulesTables.of(handle, organisation);
      Governor governor =
          new Governor(
              rules,
              zone,
              Contacts.reached(
                      handle, organisation, one, clock.instant().minus(Governor.LOOKS_BACK))
                  .getOrDefault(delivery.person(), List.of()),
              Optional.ofNullable(
                  LastAnswers.of(handle, organisation, one).get(delivery.person())));
      return Optional.of(rules.ignoredLimit()).filter(limit -> governor.softensWith(delivery.id()));
    });
  }
}
