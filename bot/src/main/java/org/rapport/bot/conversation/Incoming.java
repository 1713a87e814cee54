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
   * @param earlier what people said before in the thread, the newest last, as far as the channel
   *     may read it; read in case the question leans on it, and never kept
   */
  record Asked(
      Address from,
      String text,
      boolean inPublic,
      String conversation,
      List<Address> mentioned,
      List<String> earlier)
      implements Incoming {
    public Asked {
      mentioned = List.copyOf(mentioned);
      earlier = List.copyOf(earlier);
    }

    /** Asked where nothing was said before. */
    public Asked(
        Address from, String text, boolean inPublic, String conversation, List<Address> mentioned) {
      this(from, text, inPublic, conversation, mentioned, List.of());
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

  /** Somebody opened their own page with the bot. */
  record OpenedHome(Address from) implements Incoming {}

  /** Somebody began a new chat with the bot. */
  record BeganChat(Address from) implements Incoming {}

  /**
   * Somebody wants to share the answer under a title with others.
   *
   * @param title of the answer, which may be forged
   */
  record WantedToShare(Address from, String title) implements Incoming {}

  /** Somebody wants to read the whole of an answer that their channel cut. */
  record WantedAll(Address from, String title) implements Incoming {}

  /**
   * Somebody pressed a button that does something.
   *
   * @param button the id of what it does, which may be forged
   * @param about what it is about, which may be forged
   * @param inPublic whether others see the button
   */
  record Pressed(Address from, String button, String about, boolean inPublic) implements Incoming {}

  /**
   * Somebody wants to know how they might reply to a message that another person wrote.
   *
   * @param theirs the words of that message, which may hold anything; never kept or shown again
   */
  record WantedReply(Address from, String theirs) implements Incoming {}

  /** A channel could not show somebody the form that they asked for. */
  record FormUnshown(Address from) implements Incoming {}
}
