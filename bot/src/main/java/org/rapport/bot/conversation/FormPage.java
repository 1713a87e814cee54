package org.rapport.bot.conversation;

import org.rapport.bot.channel.Address;
import org.rapport.bot.message.Entered;
import org.rapport.bot.message.Form;

/**
 * One form of the coach's. It is made anew when it is shown and again when it comes back, so that
 * nothing is remembered in between and nothing that comes back is trusted.
 */
public interface FormPage {

  /** The form's id. */
  String id();

  /**
   * The form for this person, or a {@link Reply} if it is not for them.
   *
   * @param about what it is about, which may be forged: look it up among what is theirs
   */
  FormReply open(Address from, String about);

  /**
   * Takes what was sent.
   *
   * @param form the form that {@link #open} gives this person now
   * @param entered what fits the form: only its fields, none missing, options that it has, words
   *     that are not too long, real days and times
   */
  FormReply take(Address from, Form form, Entered entered);
}
