package org.rapport.bot.conversation;

import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.rapport.bot.audit.Audit;
import org.rapport.bot.audit.Deed;
import org.rapport.bot.channel.Address;
import org.rapport.bot.channel.Place;
import org.rapport.bot.channel.SendResult;
import org.rapport.bot.expert.ExpertPlaces;
import org.rapport.bot.message.Message;
import org.rapport.bot.people.Actors;
import org.rapport.bot.people.People;
import org.rapport.bot.people.Permission;
import org.rapport.bot.people.Roles;

/**
 * What admins do in chat, each for their own organisation alone. Everything that is asked for, and
 * every refusal, is in the audit trail.
 */
public final class AdminCommands {
  private final People people;
  private final Roles roles;
  private final RoleCommands roleCommands;
  private final GuidanceCommands guidance;
  private final ExpertPlaces places;
  private final Audit audit;
  private final Notices notices;
  private final InstantSource clock;
  private final CommandMessages messages;
  private final AdminMessages lists;

  public AdminCommands(
      People people,
      Roles roles,
      RoleCommands roleCommands,
      GuidanceCommands guidance,
      ExpertPlaces places,
      Audit audit,
      Notices notices,
      InstantSource clock,
      Wording wording) {
    this.people = people;
    this.roles = roles;
    this.roleCommands = roleCommands;
    this.guidance = guidance;
    this.places = places;
    this.audit = audit;
    this.notices = notices;
    this.clock = clock;
    this.messages = new CommandMessages(wording);
    this.lists = new AdminMessages(wording);
  }

  Message reply(Incoming.Asked asked, AdminTask task) {
    Address from = asked.from();
    Optional<String> organisation = people.organisation(from);
    if (organisation.isEmpty()) {
      return messages.brief("commands.away");
    }
    if (!roles.allow(from, permission(task))) {
      note(from, organisation.get(), task, Deed.Result.REFUSED);
      return messages.refused("admin.not-allowed", from, roles.admins(organisation.get()));
    }
    return done(asked, organisation.get(), task);
  }

  /** Which permission each needs. */
  private static Permission permission(AdminTask task) {
    return switch (task) {
      case AdminTask.Rollback _ -> Permission.GUIDANCE;
      case AdminTask.Plain.LIST_ALL, AdminTask.Plain.REINDEX, AdminTask.Plain.UNANSWERED ->
          Permission.GUIDANCE;
      case AdminTask.Plain.SHOW_ROLES, AdminTask.Plain.EXPERTS_HERE, AdminTask.Plain.EXPERTS_OFF ->
          Permission.ROLES;
    };
  }

  private Message done(Incoming.Asked asked, String organisation, AdminTask task) {
    Address from = asked.from();
    return switch (task) {
      case AdminTask.Plain.LIST_ALL -> lists.all();
      case AdminTask.Plain.REINDEX -> guidance.reindex(from, organisation);
      case AdminTask.Rollback rollback -> guidance.rollBack(from, organisation, rollback.number());
      case AdminTask.Plain.UNANSWERED -> {
        note(from, organisation, task, Deed.Result.DONE);
        yield guidance.unanswered(from, organisation);
      }
      case AdminTask.Plain.SHOW_ROLES -> {
        note(from, organisation, task, Deed.Result.DONE);
        yield roleCommands.show(from);
      }
      case AdminTask.Plain.EXPERTS_HERE -> expertsHere(asked, organisation);
      case AdminTask.Plain.EXPERTS_OFF -> {
        boolean had = places.clear(organisation, Actors.of(from));
        yield messages.brief(had ? "admin.experts.off" : "admin.experts.were-off");
      }
    };
  }

  /** Says so in the channel first: where it cannot write, nobody could be asked either. */
  private Message expertsHere(Incoming.Asked asked, String organisation) {
    Address from = asked.from();
    if (asked.conversation().isEmpty()) {
      return messages.brief("admin.experts.no-channel");
    }
    Place here = Place.conversation(from.channel(), from.workspace(), asked.conversation());
    SendResult said =
        notices.post(here, messages.brief("admin.experts.hello"), UUID.randomUUID().toString());
    if (!(said instanceof SendResult.Sent)) {
      return messages.brief("admin.experts.cannot-write");
    }
    places.put(organisation, here, clock.millis(), Actors.of(from));
    return messages.brief("admin.experts.here");
  }

  private void note(Address from, String organisation, AdminTask task, Deed.Result result) {
    audit.note(
        Actors.of(from), new Deed(organisation, "admin " + task.id(), "in chat", result, ""));
  }
}
