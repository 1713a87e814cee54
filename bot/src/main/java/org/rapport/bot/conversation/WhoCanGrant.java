package org.rapport.bot.conversation;

import java.util.ArrayList;
import java.util.List;
import org.rapport.bot.channel.Address;
import org.rapport.bot.message.Block;
import org.rapport.bot.message.Text;
import org.rapport.bot.people.AddressText;

/** Under a refusal: who can change it. */
final class WhoCanGrant {
  private static final int MOST_NAMED = 10;

  private final Wording wording;

  WhoCanGrant(Wording wording) {
    this.wording = wording;
  }

  /**
   * @param reader who was refused; people of their workspace are mentioned, others named by address
   * @param admins empty if there is none
   */
  List<Block> blocks(Address reader, List<Address> admins) {
    if (admins.isEmpty()) {
      return List.of(new Block.Paragraph(wording.text("roles.no-admin")));
    }
    List<Text> named = new ArrayList<>();
    admins.stream().limit(MOST_NAMED).map(each -> text(reader, each)).forEach(named::add);
    return List.of(new Block.Bullets(wording.words("roles.who-can"), named));
  }

  /** Somebody, as the reader's channel can show them. */
  static Text text(Address reader, Address who) {
    boolean near = reader.channel() == who.channel() && reader.workspace().equals(who.workspace());
    String words = AddressText.of(who);
    return near ? new Text(List.of(new Text.Mention(who.user(), words))) : Text.plain(words);
  }
}
