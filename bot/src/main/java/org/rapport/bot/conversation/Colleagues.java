package org.rapport.bot.conversation;

import java.util.List;
import org.rapport.bot.channel.Address;
import org.rapport.bot.message.Text;

/** Shows people to other people of their organisation: by name, never by address. */
final class Colleagues {
  private final Wording wording;
  private final Names names;

  Colleagues(Wording wording, Names names) {
    this.wording = wording;
    this.names = names;
  }

  /** Somebody, as the reader's channel can show them. */
  Text text(Address reader, Address who) {
    // Slack draws the names of its own people itself.
    boolean isMention =
        who.channel() == Address.Kind.SLACK
            && reader.channel() == who.channel()
            && reader.workspace().equals(who.workspace());
    return isMention
        ? new Text(List.of(new Text.Mention(who.user(), unnamed(who))))
        : Text.plain(names.of(who).orElseGet(() -> unnamed(who)));
  }

  private String unnamed(Address who) {
    return wording.words("colleague." + who.channel().id());
  }
}
