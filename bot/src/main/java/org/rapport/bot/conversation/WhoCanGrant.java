package org.rapport.bot.conversation;

import java.util.ArrayList;
import java.util.List;
import org.rapport.bot.channel.Address;
import org.rapport.bot.message.Block;
import org.rapport.bot.message.Text;

/** Under a refusal: who can change it. */
final class WhoCanGrant {
  private static final int MOST_NAMED = 10;

  private final Wording wording;
  private final Colleagues colleagues;

  WhoCanGrant(Wording wording) {
    this.wording = wording;
    this.colleagues = new Colleagues(wording);
  }

  /**
   * @param reader who was refused
   * @param admins empty if there is none
   */
  List<Block> blocks(Address reader, List<Address> admins) {
    if (admins.isEmpty()) {
      return List.of(new Block.Paragraph(wording.text("roles.no-admin")));
    }
    List<Text> named = new ArrayList<>();
    admins.stream()
        .limit(MOST_NAMED)
        .map(each -> colleagues.orAddress(reader, each))
        .forEach(named::add);
    return List.of(new Block.Bullets(wording.words("roles.who-can"), named));
  }
}
