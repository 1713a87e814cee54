package org.rapport.bot;

import java.time.InstantSource;
import java.util.function.Supplier;
import org.rapport.bot.audit.Audit;
import org.rapport.bot.conversation.AdminCommands;
import org.rapport.bot.conversation.FreezeCommands;
import org.rapport.bot.conversation.GuidanceCommands;
import org.rapport.bot.conversation.LongWork;
import org.rapport.bot.conversation.MissedQuestions;
import org.rapport.bot.conversation.Notices;
import org.rapport.bot.conversation.RoleCommands;
import org.rapport.bot.conversation.Wording;
import org.rapport.bot.delivery.Freeze;
import org.rapport.bot.expert.ExpertPlaces;
import org.rapport.bot.people.People;
import org.rapport.bot.people.Roles;
import org.rapport.bot.release.Releases;
import org.rapport.bot.release.Uploads;
import org.rapport.bot.store.Store;
import org.rapport.knowledge.Knowledge;

/** What admins and comms leads do in chat, wired once. */
public final class AdminWiring {
  private final Store store;
  private final People people;
  private final Roles roles;
  private final Audit audit;
  private final Notices notices;
  private final Wording wording;
  private final InstantSource clock;
  private final LongWork work;

  public AdminWiring(
      Store store,
      People people,
      Roles roles,
      Audit audit,
      Notices notices,
      Wording wording,
      InstantSource clock) {
    this.store = store;
    this.people = people;
    this.roles = roles;
    this.audit = audit;
    this.notices = notices;
    this.wording = wording;
    this.clock = clock;
    this.work = new LongWork(notices, wording);
  }

  /** What may be under way for an admin; to be closed. */
  public LongWork work() {
    return work;
  }

  public FreezeCommands freeze() {
    return new FreezeCommands(
        new Freeze(store, audit, clock), people, roles, audit, notices, wording);
  }

  /**
   * @param uploads asked for when an organisation's guidance is first built anew
   */
  public AdminCommands admins(
      Knowledge knowledge, Releases releases, Supplier<Uploads> uploads, ExpertPlaces places) {
    GuidanceCommands guidance =
        new GuidanceCommands(
            uploads, releases, new MissedQuestions(store), knowledge, work, clock, wording);
    return new AdminCommands(
        people,
        roles,
        new RoleCommands(roles, people, wording),
        guidance,
        places,
        audit,
        notices,
        clock,
        wording);
  }
}
