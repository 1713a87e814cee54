package org.rapport.bot.release;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.rapport.bot.audit.Actor;
import org.rapport.bot.store.StoreAway;
import org.rapport.knowledge.Knowledge;
import org.rapport.knowledge.ask.Indexing;
import org.rapport.knowledge.content.Content;
import org.rapport.knowledge.content.ShippedContent;
import org.rapport.knowledge.embed.Progress;
import org.rapport.knowledge.evaluate.GoldenSets;
import org.rapport.knowledge.index.Generations;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Releases the guidance that comes with Rapport: at the first start, and after an update of it. */
public final class ShippedGuidance {
  private static final Logger log = LoggerFactory.getLogger(ShippedGuidance.class);

  private static final Actor RAPPORT = new Actor("Rapport", "start");

  private final Releases releases;
  private final AtomicBoolean done = new AtomicBoolean();

  public ShippedGuidance(Releases releases) {
    this.releases = releases;
  }

  /**
   * Releases it unless an operator's own content is live, or it was released already; once, and
   * again only if that failed.
   *
   * @throws StoreAway while the database is away; the next time will do
   */
  public void takeOver() {
    if (done.get()) {
      return;
    }
    try {
      Order order = order();
      if (!releases.adopt(order) && isNew(order)) {
        log.info("Taking in the guidance that comes with Rapport");
        tell(releases.release(order, Progress.UNHEARD));
      }
      done.set(true);
    } catch (Generations.Busy later) {
      log.debug("Another release is under way");
    }
  }

  private Order order() {
    Content content = ShippedContent.read();
    return new Order(
        Knowledge.EVERYBODY,
        Indexing.edition(content),
        Released.Origin.SHIPPED,
        GoldenSets.answerable(GoldenSets.shipped(), content),
        RAPPORT);
  }

  /** One that was rolled back is not new. */
  private boolean isNew(Order order) {
    List<Released> all = releases.all(order.owner());
    boolean isKnown = all.stream().anyMatch(each -> each.digest().equals(order.edition().digest()));
    boolean isOperators =
        all.stream().anyMatch(each -> each.isLive() && each.origin() != Released.Origin.SHIPPED);
    return !isKnown && !isOperators;
  }

  private static void tell(Release release) {
    switch (release) {
      case Release.Live live ->
          log.info(
              "Generation {} is live: {} sections, {} embedded",
              live.number(),
              live.sections(),
              live.embedded());
      case Release.Refused refused ->
          log.warn(
              "The guidance that comes with this version loses {} golden questions and is refused;"
                  + " what was live stays",
              refused.gate().lost().size());
      case Release.Unchanged unchanged -> log.debug("It is live already");
      case Release.Rehearsed rehearsed -> log.debug("It was rehearsed only");
    }
  }
}
