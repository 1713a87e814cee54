package org.rapport.bot.channel.teams;

import com.microsoft.bot.schema.Activity;
import com.microsoft.bot.schema.ChannelAccount;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rapport.bot.channel.Presence;

/** Where the bot was put in and taken out, as Teams tells it. */
final class TeamsInstalls {
  private final TeamsReferences references;
  private final Presence presence;

  TeamsInstalls(TeamsReferences references, Presence presence) {
    this.references = references;
    this.presence = presence;
  }

  /** Notes what an activity says of it: whether the bot has just come to its conversation. */
  boolean arrived(Activity activity) {
    if (isUs(activity, activity.getMembersAdded()) || isAction(activity, "add")) {
      note(activity);
      return true;
    }
    if (isAction(activity, "add-upgrade")) {
      note(activity);
    } else if (isUs(activity, activity.getMembersRemoved()) || isAction(activity, "remove")) {
      end(activity);
    }
    return false;
  }

  /**
   * Notes where somebody writes to the bot: it may have been installed before this was kept, or, in
   * a team, from another of its channels.
   */
  void wroteIn(Activity activity) {
    note(activity);
  }

  private void note(Activity activity) {
    TeamsReference.of(activity)
        .ifPresent(here -> {
          references.note(here);
          here.person().ifPresent(presence::back);
        });
  }

  private void end(Activity activity) {
    TeamsReference.of(activity)
        .ifPresent(gone -> {
          references.end(gone.tenant(), gone.conversation(), TeamsReferences.UNINSTALLED);
          gone.person().ifPresent(person -> presence.ended(person, TeamsReferences.UNINSTALLED));
        });
  }

  private static boolean isAction(Activity activity, String action) {
    return action.equals(activity.getAction());
  }

  private static boolean isUs(Activity activity, @Nullable List<ChannelAccount> members) {
    ChannelAccount us = activity.getRecipient();
    return members != null
        && us != null
        && us.getId() != null
        && members.stream().anyMatch(member -> us.getId().equals(member.getId()));
  }
}
