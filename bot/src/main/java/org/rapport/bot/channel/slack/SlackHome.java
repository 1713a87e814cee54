package org.rapport.bot.channel.slack;

import com.slack.api.model.view.View;
import com.slack.api.model.view.Views;
import org.rapport.bot.channel.Address;
import org.rapport.bot.conversation.Incoming;
import org.rapport.bot.conversation.Responder;
import org.rapport.bot.message.Message;

/** The Home tab: drawn anew each time that somebody opens it. */
final class SlackHome {
  private static final int MAX_BLOCKS = 100;

  private final Responder coach;
  private final SlackViews views;

  SlackHome(Responder coach, SlackViews views) {
    this.coach = coach;
    this.views = views;
  }

  /** Shows somebody their own. */
  void show(Address to) {
    views.publish(to, view(coach.reply(new Incoming.OpenedHome(to)).message()));
  }

  /** A message as a Home tab (docs.slack.dev/surfaces/app-home): up to 100 blocks. Pure. */
  static View view(Message message) {
    return Views.view(
        home -> home.type("home").blocks(SlackRenderer.blocks(message.blocks(), MAX_BLOCKS)));
  }
}
