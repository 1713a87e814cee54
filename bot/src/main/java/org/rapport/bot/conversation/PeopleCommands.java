package org.rapport.bot.conversation;

import java.util.Optional;
import org.rapport.bot.campaign.Lead;
import org.rapport.bot.campaign.Leads;
import org.rapport.bot.campaign.PeopleImport;
import org.rapport.bot.campaign.RosterImport;
import org.rapport.bot.channel.Address;
import org.rapport.bot.channel.Circle;
import org.rapport.bot.message.Message;

/** Enrolling people in chat, for those who may run campaigns. */
public final class PeopleCommands {
  private final Leads leads;
  private final RosterImport imports;
  private final LongWork work;
  private final Wording wording;
  private final CommandMessages briefly;
  private final PeopleMessages messages;

  /**
   * @param work takes what lasts longer than somebody waits
   */
  public PeopleCommands(Leads leads, RosterImport imports, LongWork work, Wording wording) {
    this.leads = leads;
    this.imports = imports;
    this.work = work;
    this.wording = wording;
    this.briefly = new CommandMessages(wording);
    this.messages = new PeopleMessages(wording);
  }

  /**
   * Enrols the people of a group.
   *
   * @param group as they wrote it; empty for those of the place where they wrote
   */
  Message add(Incoming.Asked asked, String group) {
    return switch (leads.of(asked.from())) {
      case Leads.Access.Granted granted ->
          circle(asked, group)
              .map(circle -> begun(asked.from(), granted.lead(), circle))
              .orElseGet(() -> briefly.brief("people.how." + asked.from().channel().id()));
      case Leads.Access.NotAllowed refused ->
          briefly.refused("campaign.not-lead", asked.from(), refused.admins());
    };
  }

  private static Optional<Circle> circle(Incoming.Asked asked, String group) {
    String workspace = asked.from().workspace();
    return switch (asked.from().channel()) {
      case SLACK ->
          Optional.of(group)
              .filter(named -> !named.isEmpty())
              .map(named -> new Circle(Circle.Kind.USER_GROUP, workspace, named));
      case TEAMS ->
          Optional.of(asked.conversation())
              .filter(here -> asked.inPublic() && group.isEmpty() && !here.isEmpty())
              .map(here -> new Circle(Circle.Kind.TEAM, workspace, here));
      case WEB, TERMINAL -> Optional.empty();
    };
  }

  private Message begun(Address from, Lead lead, Circle circle) {
    PeopleImport.Why why =
        new PeopleImport.Why(
            wording.words("people.by"), wording.words("people.because"), Optional.empty());
    return work.begin(
        from,
        briefly.brief("people.begun"),
        _ -> messages.outcome(from, imports.take(lead, circle, why)));
  }
}
