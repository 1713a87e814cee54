package org.rapport.bot.conversation;

/** Whoever answers, as a channel knows them: the {@link Coach}. */
public interface Responder {

  /** What to say to this. */
  Reply reply(Incoming incoming);

  /** What to do with a form that was asked for or sent; only its sender may see it. */
  FormReply reply(FormStep step);
}
