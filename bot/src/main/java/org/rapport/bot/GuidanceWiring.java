package org.rapport.bot;

import java.time.Duration;
import org.rapport.bot.audit.Audit;
import org.rapport.bot.release.PreparedVectors;
import org.rapport.bot.release.Releases;
import org.rapport.bot.release.Replica;
import org.rapport.bot.release.ShippedGuidance;
import org.rapport.knowledge.Knowledge;

/** Keeps the guidance of this server in step with what is released. */
final class GuidanceWiring {
  private GuidanceWiring() {}

  /** What releases new guidance; the shipped guidance is taken in by itself. */
  static Releases wired(Foundation base, Knowledge knowledge, Audit audit) {
    base.meters().gauge("rapport.generation", knowledge, Knowledge::generation);
    Replica replica = new Replica(base.store(), knowledge);
    Releases releases =
        new Releases(base.store(), knowledge, replica, PreparedVectors.find(), audit, base.clock());
    ShippedGuidance shipped = new ShippedGuidance(releases);
    Chores chores = base.chores();
    chores.every(Duration.ofSeconds(2), "looking for new guidance", replica::keepUp);
    chores.every(Duration.ofSeconds(5), "taking in the shipped guidance", shipped::takeOver);
    if (!knowledge.ready()) {
      chores.once(
          "opening the guidance",
          () -> {
            replica.keepUp();
            shipped.takeOver();
          });
    }
    return releases;
  }
}
