package org.rapport.bot.campaign;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.rapport.bot.channel.Circle;
import org.rapport.bot.channel.Listing;
import org.rapport.bot.channel.Rosters;
import org.rapport.bot.people.Workspaces;
import org.rapport.bot.store.StoreAway;

/** Reads who is in the channels that an audience names, each time anew: people come and go. */
public final class Memberships {
  private final Rosters rosters;
  private final Workspaces workspaces;
  private final InstantSource clock;

  public Memberships(Rosters rosters, Workspaces workspaces, InstantSource clock) {
    this.rosters = rosters;
    this.workspaces = workspaces;
    this.clock = clock;
  }

  /** What came of reading. */
  sealed interface Read {
    record Known(Membership membership) implements Read {}

    /** At least one channel cannot be read. */
    record Unknown(Unread why) implements Read {}
  }

  /**
   * Reads all channels of a campaign's audience.
   *
   * @param within how long it may take, about
   * @throws StoreAway while the database is away
   */
  Read of(Campaign campaign, Duration within) {
    Audience audience = campaign.plan().audience();
    if (audience.in().isEmpty() && audience.notIn().isEmpty()) {
      return new Read.Known(Membership.UNASKED);
    }
    Instant until = clock.instant().plus(within);
    Membership.Members in = new Membership.Members();
    Membership.Members out = new Membership.Members();
    return read(campaign, audience.in(), in, until)
        .or(() -> read(campaign, audience.notIn(), out, until))
        .<Read>map(Read.Unknown::new)
        .orElseGet(() -> new Read.Known(new Membership(!audience.in().isEmpty(), in, out)));
  }

  /** The first that cannot be read; empty if all could. */
  private Optional<Unread> read(
      Campaign campaign, Set<Circle> circles, Membership.Members into, Instant until) {
    List<Circle> ordered =
        circles.stream()
            .sorted((one, other) -> CircleText.of(one).compareTo(CircleText.of(other)))
            .toList();
    for (Circle circle : ordered) {
      switch (list(campaign, circle, Duration.between(clock.instant(), until))) {
        case Listing.Listed listed -> into.add(listed.members(), listed.anyWorkspace());
        case Listing.Unlisted unlisted -> {
          return Optional.of(new Unread(CircleText.of(circle), unlisted.reason()));
        }
      }
    }
    return Optional.empty();
  }

  private Listing list(Campaign campaign, Circle circle, Duration within) {
    boolean own =
        workspaces
            .of(campaign.organisation(), circle.channel())
            .contains(RosterImport.workspace(circle));
    if (!own) {
      return new Listing.Unlisted("not_of_organisation");
    }
    if (within.isNegative()) {
      return new Listing.Unlisted("too_slow");
    }
    return rosters.list(circle, within);
  }
}
