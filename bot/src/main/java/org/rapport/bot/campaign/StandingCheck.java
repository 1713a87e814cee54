package org.rapport.bot.campaign;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.rapport.bot.channel.Address;
import org.rapport.bot.channel.Circle;
import org.rapport.bot.channel.Listing;
import org.rapport.bot.channel.Rosters;
import org.rapport.bot.people.Enrolled;
import org.rapport.bot.people.Enrolments;
import org.rapport.bot.people.Group;
import org.rapport.bot.people.Workspaces;
import org.rapport.bot.store.Store;
import org.rapport.bot.store.StoreAway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks Slack now and then whether those who are enrolled are still members: people leave, and a
 * table can name guests. (Teams tells of nobody but those in a team that has the bot.)
 */
public final class StandingCheck {
  private static final Logger log = LoggerFactory.getLogger(StandingCheck.class);
  private static final Duration LONGEST = Duration.ofMinutes(20);
  private static final int CHUNK = 250;

  private final Store store;
  private final Workspaces workspaces;
  private final Rosters rosters;
  private final Enrolments enrolments;
  private final Standings standings;

  public StandingCheck(
      Store store,
      Workspaces workspaces,
      Rosters rosters,
      Enrolments enrolments,
      Standings standings) {
    this.store = store;
    this.workspaces = workspaces;
    this.rosters = rosters;
    this.enrolments = enrolments;
    this.standings = standings;
  }

  /**
   * Looks at all workspaces in which somebody is enrolled, one after another, which may take
   * minutes; a thread of its own calls this every few hours. Doing it twice does no harm.
   *
   * @throws StoreAway while the database is away
   */
  public void runOnce() {
    workspaces.withEnrolled(Address.Kind.SLACK).forEach(this::look);
  }

  private void look(Workspaces.Owned owned) {
    Circle everybody = new Circle(Circle.Kind.WORKSPACE, owned.workspace(), owned.workspace());
    switch (rosters.list(everybody, LONGEST)) {
      case Listing.Listed listed -> keep(owned, listed);
      case Listing.Unlisted unlisted ->
          log.warn("Who left {} is not known: {}", owned.workspace(), unlisted.reason());
    }
  }

  private void keep(Workspaces.Owned owned, Listing.Listed listed) {
    Group there =
        new Group(Set.of(), Set.of(), Set.of(), Set.of("slack:" + owned.workspace()), Set.of());
    List<Enrolled> page = page(owned, there, "");
    while (!page.isEmpty()) {
      Set<Address> enrolled =
          page.stream()
              .flatMap(each -> each.person().addresses().stream())
              .collect(Collectors.toSet());
      standings.keep(owned.organisation(), listed.among(enrolled));
      page = page(owned, there, page.getLast().person().id());
    }
  }

  private List<Enrolled> page(Workspaces.Owned owned, Group there, String after) {
    return store.read(handle ->
        enrolments.page(handle, owned.organisation(), there, Group.ANYBODY, after, CHUNK));
  }
}
