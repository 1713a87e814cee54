package org.rapport.bot.conversation;

import org.rapport.bot.channel.Presence;

/** Notes that whoever says or does something can be written to again, before it is answered. */
public final class SeenAgain implements Responder {
  private final Responder coach;
  private final Presence presence;

  public SeenAgain(Responder coach, Presence presence) {
    this.coach = coach;
    this.presence = presence;
  }

  @Override
  public Reply reply(Incoming incoming) {
    presence.back(incoming.from());
    return coach.reply(incoming);
  }

  @Override
  public FormReply reply(FormStep step) {
    presence.back(step.from());
    return coach.reply(step);
  }
}
