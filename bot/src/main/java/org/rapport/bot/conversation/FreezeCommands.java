package org.rapport.bot.conversation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.rapport.bot.audit.Audit;
import org.rapport.bot.audit.Deed;
import org.rapport.bot.channel.Address;
import org.rapport.bot.conversation.privacy.PersonalData;
import org.rapport.bot.delivery.Freeze;
import org.rapport.bot.message.Block;
import org.rapport.bot.message.Message;
import org.rapport.bot.message.Text;
import org.rapport.bot.people.Actors;
import org.rapport.bot.people.People;
import org.rapport.bot.people.Permission;
import org.rapport.bot.people.Permissions;
import org.rapport.bot.people.RoleHolder;
import org.rapport.bot.people.Roles;

/** Stops every nudge of an organisation in chat, lets them go on, and tells all who may do so. */
public final class FreezeCommands {
  private final Freeze freeze;
  private final People people;
  private final Roles roles;
  private final Audit audit;
  private final Notices notices;
  private final Wording wording;
  private final CommandMessages messages;

  public FreezeCommands(
      Freeze freeze, People people, Roles roles, Audit audit, Notices notices, Wording wording) {
    this.freeze = freeze;
    this.people = people;
    this.roles = roles;
    this.audit = audit;
    this.notices = notices;
    this.wording = wording;
    this.messages = new CommandMessages(wording);
  }

  /**
   * @param reason as it was typed; empty for none. It goes to those who may freeze, and is not kept
   */
  Message freeze(Address from, String reason) {
    return change(
        from,
        "freeze",
        organisation -> freeze.freeze(Optional.of(organisation), Actors.of(from)),
        PersonalData.mask(reason));
  }

  Message unfreeze(Address from) {
    return change(
        from,
        "unfreeze",
        organisation -> freeze.unfreeze(Optional.of(organisation), Actors.of(from)),
        "");
  }

  private interface Switch {
    void turn(String organisation);
  }

  private Message change(Address from, String name, Switch turned, String reason) {
    Optional<String> organisation = people.organisation(from);
    if (organisation.isEmpty()) {
      return messages.brief("commands.away");
    }
    if (!roles.allow(from, Permission.FREEZE)) {
      audit.note(
          Actors.of(from),
          new Deed(organisation.get(), name, "nudges", Deed.Result.REFUSED, "may not"));
      return messages.refused("freeze.not-allowed", from, roles.admins(organisation.get()));
    }
    turned.turn(organisation.get());
    tellOthers(from, organisation.get(), name, reason);
    return messages.brief(name.equals("freeze") ? "freeze.on" : "freeze.off");
  }

  private void tellOthers(Address from, String organisation, String name, String reason) {
    for (RoleHolder holder : roles.holders(organisation)) {
      if (Permissions.allow(holder.role(), Permission.FREEZE)
          && !holder.addresses().contains(from)) {
        Address at = holder.addresses().getFirst();
        notices.tell(at, told(at, from, name, reason));
      }
    }
  }

  private Message told(Address reader, Address by, String name, String reason) {
    List<Text.Span> line =
        new ArrayList<>(Text.markdown(wording.words(name + ".told.words")).spans());
    line.add(new Text.Plain(" " + wording.words("expert.by") + " "));
    line.addAll(new Colleagues(wording).orAddress(reader, by).spans());
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Block.Paragraph(new Text(line)));
    if (!reason.isBlank()) {
      blocks.add(new Block.Quote(wording.words("freeze.reason"), Text.plain(reason)));
    }
    return new Message(wording.words(name + ".told.summary"), blocks);
  }
}
