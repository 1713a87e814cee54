package org.rapport.bot.conversation;

/** Does what one kind of button is for, see {@link org.rapport.bot.message.Action.Press}. */
public interface ButtonHandler {

  /** The id of the button. */
  String button();

  /**
   * Does it, for the person who pressed. What the button is about may be forged: it is looked up
   * among what is theirs. Pressed again, it does no more.
   *
   * @return what stands in the place of the message with the button where only they see it, unless
   *     it is to be said beside it; elsewhere it is said to them alone
   */
  Reply pressed(Incoming.Pressed pressed);
}
