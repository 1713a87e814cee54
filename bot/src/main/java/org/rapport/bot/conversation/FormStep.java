package org.rapport.bot.conversation;

import org.rapport.bot.channel.Address;
import org.rapport.bot.message.Entered;

/** Something that a person did with a form, in no channel's form. All of it may be forged. */
public sealed interface FormStep {

  /** Who did it. */
  Address from();

  /** The form's id. */
  String form();

  /** What it is about, as in {@code Form.about}. */
  String about();

  /** Somebody wants to fill in a form. */
  record Wanted(Address from, String form, String about) implements FormStep {}

  /** Somebody sent a form. */
  record Sent(Address from, String form, String about, Entered entered) implements FormStep {}
}
