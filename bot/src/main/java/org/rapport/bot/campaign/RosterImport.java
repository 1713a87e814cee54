package org.rapport.bot.campaign;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.rapport.bot.audit.Audit;
import org.rapport.bot.audit.Deed;
import org.rapport.bot.channel.Address;
import org.rapport.bot.channel.Circle;
import org.rapport.bot.channel.Listing;
import org.rapport.bot.channel.Rosters;
import org.rapport.bot.people.AddressText;
import org.rapport.bot.people.Enrolling;
import org.rapport.bot.people.Enrolment;
import org.rapport.bot.people.Enrolments;
import org.rapport.bot.people.Workspaces;
import org.rapport.bot.store.StoreAway;

/**
 * Enrols the people of a group that Slack or Teams keeps. What is known of those who are enrolled
 * already stays; who is not enrolled is listed with why.
 */
public final class RosterImport {
  /** Slack lets us look at over a hundred people a minute; the rest are listed as unknown. */
  private static final Duration LONGEST = Duration.ofMinutes(15);

  private static final int MOST_LISTED = 1000;
  private static final int CHUNK = 250;

  private final Rosters rosters;
  private final Workspaces workspaces;
  private final Enrolments enrolments;
  private final Standings standings;
  private final Audit audit;

  public RosterImport(
      Rosters rosters,
      Workspaces workspaces,
      Enrolments enrolments,
      Standings standings,
      Audit audit) {
    this.rosters = rosters;
    this.workspaces = workspaces;
    this.enrolments = enrolments;
    this.standings = standings;
    this.audit = audit;
  }

  /** What came of it. */
  public sealed interface Outcome {
    /**
     * The group was read.
     *
     * @param name what people call it
     * @param added how many are enrolled for the first time
     * @param already how many were enrolled before
     * @param refused how many are not enrolled
     * @param who the first of those
     */
    record Taken(String name, int added, int already, int refused, List<Refused> who)
        implements Outcome {
      public Taken {
        who = List.copyOf(who);
      }
    }

    /**
     * It could not be read, and nobody is enrolled.
     *
     * @param reason a short code
     */
    record Unread(String reason) implements Outcome {}
  }

  /**
   * Somebody who is not enrolled.
   *
   * @param reason a short code: guest, bot, left, stranger, unknown, forgotten, or another
   *     organisation
   */
  public record Refused(Address address, String reason) {}

  /**
   * Enrols the people of a group for the lead's organisation, which may take minutes.
   *
   * @throws StoreAway while the database is away; what was read before is enrolled
   */
  public Outcome take(Lead lead, Circle circle, PeopleImport.Why why) {
    if (!workspaces.of(lead.organisation(), circle.channel()).contains(workspace(circle))) {
      return new Outcome.Unread("not_of_organisation");
    }
    return switch (rosters.list(circle, LONGEST)) {
      case Listing.Listed listed -> done(lead, circle, enrolled(lead, listed, said(why)));
      case Listing.Unlisted unlisted -> new Outcome.Unread(unlisted.reason());
    };
  }

  /** In the one spelling that is kept. */
  static String workspace(Circle circle) {
    return AddressText.inOneCase(new Address(circle.channel(), circle.workspace(), "-"))
        .workspace();
  }

  private static Enrolment said(PeopleImport.Why why) {
    return new Enrolment(
        why.by(),
        why.because(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Set.of(),
        List.of(),
        why.list().map(Set::of).orElse(Set.of()));
  }

  private Outcome.Taken enrolled(Lead lead, Listing.Listed listed, Enrolment said) {
    standings.keep(lead.organisation(), listed);
    List<Refused> refused = new ArrayList<>();
    listed.outsiders().forEach(each -> refused.add(new Refused(each.address(), each.why().code())));
    List<Address> members = listed.members().stream().sorted(AddressText.ORDER).toList();
    int added = 0;
    int already = 0;
    for (int from = 0; from < members.size(); from += CHUNK) {
      List<Address> some = members.subList(from, Math.min(from + CHUNK, members.size()));
      List<Enrolling> done =
          enrolments.add(
              lead.organisation(),
              some.stream().map(each -> new Enrolments.Entry(each, said)).toList());
      for (int i = 0; i < some.size(); i++) {
        switch (done.get(i)) {
          case ADDED -> added++;
          case CHANGED -> already++;
          case FORGOTTEN -> refused.add(new Refused(some.get(i), "forgotten"));
          case NOT_OF_ORGANISATION -> refused.add(new Refused(some.get(i), "not_of_organisation"));
        }
      }
    }
    return new Outcome.Taken(
        listed.name(),
        added,
        already,
        refused.size(),
        refused.stream().limit(MOST_LISTED).toList());
  }

  private Outcome done(Lead lead, Circle circle, Outcome.Taken taken) {
    audit.note(
        lead.actor(),
        new Deed(
            lead.organisation(),
            "people import",
            CircleText.of(circle),
            Deed.Result.DONE,
            "%d added, %d already, %d refused"
                .formatted(taken.added(), taken.already(), taken.refused())));
    return taken;
  }
}
