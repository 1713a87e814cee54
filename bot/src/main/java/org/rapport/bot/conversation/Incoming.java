package org.rapport.bot.conversation;

import java.util.List;
import org.rapport.bot.channel.Address;
import org.rapport.bot.channel.GivenFile;

/** Something that a person did, in no channel's form. */
public sealed interface Incoming {

  /** Who did it. */
  Address from();

  /**
   * Somebody asked something.
   *
   * @param text their words, without the bot's name
   * @param inPublic whether others can read it
   * @param conversation the channel's name for the chat or thread it belongs to; empty where a
   *     person has only one
   * @param mentioned the people whom the text mentions, but for the bot, as far as the channel says
   *     who they are; in the text each is a word that begins with @
   */
  record Asked(
      Address from, String text, boolean inPublic, String conversation, List<Address> mentioned)
      implements Incoming {
    public Asked {
      mentioned = List.copyOf(mentioned);
    }

    /** Asked without mentioning anybody. */
    public Asked(Address from, String text, boolean inPublic, String conversation) {
      this(from, text, inPublic, conversation, List.of());
    }

    /** Asked where a person has only one conversation. */
    public Asked(Address from, String text, boolean inPublic) {
      this(from, text, inPublic, "");
    }
  }

  /**
   * Somebody gave files.
   *
   * @param said the words beside them, which may be none
   * @param files one or more
   */
  record Gave(Asked said, List<GivenFile> files) implements Incoming {
    public Gave {
      files = List.copyOf(files);
    }

    @Override
    public Address from() {
      return said.from();
    }
  }

  /**
   * Somebody said whether an answer was right.
   *
   * @param words what was wrong in their words, where their channel asks for it with the rating;
   *     empty for none
   */
  record Rated(Address from, String answer, boolean right, String words) implements Incoming {

    /** Said with no words. */
    public Rated(Address from, String answer, boolean right) {
      this(from, answer, right, "");
    }
  }

  /** Somebody met the bot: installed it, opened its chat, or added it to a channel. */
  record Arrived(Address from) implements Incoming {}

  /** Somebody wants to read the whole of an answer that their channel cut. */
  record WantedAll(Address from, String title) implements Incoming {}

  /** A channel could not show somebody the form that they asked for. */
  record FormUnshown(Address from) implements Incoming {}
}
