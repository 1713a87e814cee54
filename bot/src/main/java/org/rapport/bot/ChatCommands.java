package org.rapport.bot;

import java.time.InstantSource;
import java.util.List;
import org.rapport.bot.audit.Audit;
import org.rapport.bot.conversation.Commands;
import org.rapport.bot.conversation.DataCommands;
import org.rapport.bot.conversation.LinkCommands;
import org.rapport.bot.conversation.Notices;
import org.rapport.bot.conversation.PreferenceCommands;
import org.rapport.bot.conversation.QuestionLog;
import org.rapport.bot.conversation.RoleCommands;
import org.rapport.bot.conversation.Wording;
import org.rapport.bot.people.History;
import org.rapport.bot.people.Joining;
import org.rapport.bot.people.KeyedHash;
import org.rapport.bot.people.Linking;
import org.rapport.bot.people.People;
import org.rapport.bot.people.PersonalPreferences;
import org.rapport.bot.people.PersonalRecords;
import org.rapport.bot.people.Roles;
import org.rapport.bot.people.Suppression;
import org.rapport.bot.release.OwnedGuidance;
import org.rapport.bot.store.Store;

/** What people can tell the coach to do: every part of it, wired once. */
public final class ChatCommands {
  private ChatCommands() {}

  /**
   * @param hash for codes and for addresses that are forgotten
   * @param notices tells the other side of a link or a join
   */
  public static Commands wired(
      Store store,
      People people,
      Roles roles,
      Audit audit,
      QuestionLog questions,
      KeyedHash hash,
      Notices notices,
      Wording wording,
      InstantSource clock) {
    OwnedGuidance guidance = new OwnedGuidance();
    Suppression suppression = new Suppression(store, hash, clock);
    History history = new History(store, clock);
    PreferenceCommands preferences =
        new PreferenceCommands(
            new PersonalPreferences(store, clock), history, suppression, clock, wording);
    LinkCommands links =
        new LinkCommands(
            new Linking(store, hash, audit, clock),
            new Joining(store, roles, hash, audit, List.of(audit, questions, guidance), clock),
            notices,
            clock,
            wording);
    PersonalRecords records =
        new PersonalRecords(store, roles, suppression, audit, List.of(audit, guidance));
    return new Commands(
        new RoleCommands(roles, people, wording),
        preferences,
        links,
        new DataCommands(records, people, clock, wording),
        history,
        wording);
  }
}
