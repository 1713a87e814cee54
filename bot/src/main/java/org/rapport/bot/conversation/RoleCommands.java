package org.rapport.bot.conversation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rapport.bot.channel.Address;
import org.rapport.bot.message.Block;
import org.rapport.bot.message.Message;
import org.rapport.bot.message.Text;
import org.rapport.bot.people.AddressText;
import org.rapport.bot.people.People;
import org.rapport.bot.people.Permission;
import org.rapport.bot.people.Role;
import org.rapport.bot.people.RoleChange;
import org.rapport.bot.people.RoleHolder;
import org.rapport.bot.people.Roles;

/** Who may do what, seen and changed in chat. */
public final class RoleCommands {
  private final Roles roles;
  private final People people;
  private final Wording wording;
  private final CommandMessages messages;
  private final Colleagues colleagues;

  public RoleCommands(Roles roles, People people, Wording wording) {
    this.roles = roles;
    this.people = people;
    this.wording = wording;
    this.messages = new CommandMessages(wording);
    this.colleagues = new Colleagues(wording);
  }

  Message show(Address from) {
    Optional<String> organisation = people.organisation(from);
    if (organisation.isEmpty()) {
      return messages.brief("commands.away");
    }
    return roles.allow(from, Permission.ROLES)
        ? list(from, roles.holders(organisation.get()))
        : messages.refused("roles.not-admin", from, roles.admins(organisation.get()));
  }

  Message grant(Address from, Command.Grant grant) {
    if (grant.role().isEmpty()) {
      return messages.brief("roles.no-role", Map.of("roles", Role.expected()));
    }
    if (grant.who().isEmpty()) {
      return messages.brief("roles.no-person", Map.of("expected", AddressText.EXPECTED));
    }
    Address who = grant.who().get();
    return switch (roles.change(from, who, grant.role().get())) {
      case RoleChange.Done done -> changed(from, who, "roles.done", done.now());
      case RoleChange.Unchanged same -> changed(from, who, "roles.unchanged", same.role());
      case RoleChange.NotAllowed refused ->
          messages.refused("roles.not-admin", from, refused.admins());
      case RoleChange.LastAdmin _ -> messages.brief("roles.last-admin");
      case RoleChange.NamedInSettings _ -> messages.brief("roles.by-settings");
      case RoleChange.OtherOrganisation _ -> messages.brief("roles.other-organisation");
    };
  }

  private Message changed(Address reader, Address who, String name, Role role) {
    List<Text.Span> line = new ArrayList<>(colleagues.orAddress(reader, who).spans());
    line.add(new Text.Plain(" "));
    line.addAll(Text.markdown(wording.words(name + ".words", Map.of("role", name(role)))).spans());
    return new Message(
        wording.words(name + ".summary"), List.of(new Block.Paragraph(new Text(line))));
  }

  private Message list(Address reader, List<RoleHolder> holders) {
    List<Block> blocks = new ArrayList<>();
    for (Role role : List.of(Role.ADMIN, Role.COMMS_LEAD)) {
      List<Text> named =
          holders.stream()
              .filter(holder -> holder.role() == role)
              .map(holder -> line(reader, holder))
              .toList();
      if (!named.isEmpty()) {
        blocks.add(new Block.Bullets(name(role), named));
      }
    }
    blocks.add(new Block.Note(Block.Tone.QUIET, wording.text("roles.how")));
    return messages.listed("roles", blocks);
  }

  private Text line(Address reader, RoleHolder holder) {
    List<Text.Span> line = new ArrayList<>();
    for (Address at : holder.addresses()) {
      line.addAll(line.isEmpty() ? List.of() : List.of(new Text.Plain(", ")));
      line.addAll(colleagues.orAddress(reader, at).spans());
    }
    if (holder.bySettings()) {
      line.add(new Text.Plain(" " + wording.words("roles.holder-by-settings")));
    }
    return new Text(line);
  }

  private String name(Role role) {
    return wording.words("role." + role.id());
  }
}
