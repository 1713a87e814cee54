package org.rapport.bot.channel.teams;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.rapport.bot.channel.Address;
import org.rapport.bot.channel.Circle;
import org.rapport.bot.channel.Listing;
import org.rapport.bot.channel.Rosters;
import org.rapport.bot.people.AddressText;
import org.rapport.bot.store.StoreAway;

/**
 * Who is in teams and group chats of Teams that the bot is in. Only a conversation that is known to
 * be one of the tenant's is asked about: ids can be guessed.
 */
final class TeamsRosters implements Rosters {
  private static final int MOST_PAGES = 1000;
  private static final int MOST_PEOPLE = 100_000;
  private static final int MOST_TRIES = 4;
  private static final Duration USUAL_PAUSE = Duration.ofSeconds(2);

  private final TeamsReferences references;
  private final RosterPages pages;
  private final Patience patience;
  private final InstantSource clock;

  TeamsRosters(
      TeamsReferences references, RosterPages pages, Patience patience, InstantSource clock) {
    this.references = references;
    this.pages = pages;
    this.patience = patience;
    this.clock = clock;
  }

  @Override
  public Listing list(Circle circle, Duration within) {
    String tenant =
        AddressText.inOneCase(new Address(Address.Kind.TEAMS, circle.workspace(), "-")).workspace();
    try {
      return references
          .conversation(tenant, TeamsPeople.chat(circle.id()))
          .map(reference -> new Reading(reference, clock.instant().plus(within)).all())
          .orElseGet(() -> new Listing.Unlisted(TeamsReferences.UNINSTALLED));
    } catch (StoreAway away) {
      return new Listing.Unlisted("store_away");
    }
  }

  /** All pages of one conversation, one after another. */
  private final class Reading {
    private final TeamsReference of;
    private final Instant until;
    private final TeamsRoster roster;
    private final Set<String> tokens = new HashSet<>();

    Reading(TeamsReference of, Instant until) {
      this.of = of;
      this.until = until;
      this.roster = new TeamsRoster(of.tenant());
    }

    Listing all() {
      Optional<String> token = Optional.empty();
      for (int page = 0; page < MOST_PAGES && roster.size() <= MOST_PEOPLE; page++) {
        switch (page(token)) {
          case RosterPages.Page.Read read -> {
            roster.add(read.members());
            token = read.next();
          }
          case RosterPages.Page.Missed missed -> {
            return new Listing.Unlisted(missed.reason());
          }
        }
        if (token.isEmpty()) {
          return roster.listing(of.conversation());
        }
        if (!tokens.add(token.get())) {
          return new Listing.Unlisted("endless");
        }
      }
      return new Listing.Unlisted("too_large");
    }

    private RosterPages.Page page(Optional<String> token) {
      for (int tries = 1; true; tries++) {
        if (clock.instant().isAfter(until)) {
          return new RosterPages.Page.Missed("too_slow", Optional.empty(), false);
        }
        RosterPages.Page page = pages.page(of, token);
        if (!(page instanceof RosterPages.Page.Missed missed)
            || !missed.passing()
            || tries == MOST_TRIES
            || !waited(missed.retryAfter().orElse(USUAL_PAUSE))) {
          return page;
        }
      }
    }

    /** Whether there was time to wait. */
    private boolean waited(Duration pause) {
      if (clock.instant().plus(pause).isAfter(until)) {
        return false;
      }
      try {
        patience.pause().take(pause);
        return true;
      } catch (InterruptedException stopping) {
        Thread.currentThread().interrupt();
        return false;
      }
    }
  }
}
