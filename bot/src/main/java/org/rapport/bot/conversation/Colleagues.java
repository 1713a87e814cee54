package org.rapport.bot.conversation;

import java.util.List;
import org.rapport.bot.channel.Address;
import org.rapport.bot.message.Text;
import org.rapport.bot.people.AddressText;

/** Shows people to other people of their organisation: by name. */
final class Colleagues {
  private final Wording wording;

  Colleagues(Wording wording) {
    this.wording = wording;
  }

  /** Somebody, as the reader's channel can show them; never by address. */
  Text text(Address reader, Address who) {
    return text(reader, who, unnamed(who));
  }

  /** Somebody whom the reader must tell from others: by address where no name is known. */
  Text orAddress(Address reader, Address who) {
    return text(reader, who, AddressText.of(who));
  }

  private Text text(Address reader, Address who, String otherwise) {
    // Slack draws the names of its own people itself.
    boolean isMention =
        who.channel() == Address.Kind.SLACK
            && reader.channel() == who.channel()
            && reader.workspace().equals(who.workspace());
    return isMention
        ? new Text(List.of(new Text.Mention(who.user(), otherwise)))
        : Text.plain(wording.names().of(who).orElse(otherwise));
  }

  private String unnamed(Address who) {
    return wording.words("colleague." + who.channel().id());
  }
}
