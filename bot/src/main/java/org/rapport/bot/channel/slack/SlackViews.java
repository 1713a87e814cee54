package org.rapport.bot.channel.slack;

import com.slack.api.model.view.View;
import org.rapport.bot.channel.Address;
import org.rapport.bot.channel.SendResult;
import org.rapport.bot.inbox.Answering;
import org.rapport.bot.message.Message;

/** Shows modals and the Home tab. Each is tried once: a trigger is soon too old. */
final class SlackViews {
  private final SlackMessenger messenger;
  private final ShareOffer offer;

  SlackViews(SlackMessenger messenger, ShareOffer offer) {
    this.messenger = messenger;
    this.offer = offer;
  }

  /**
   * What was pressed to open a modal.
   *
   * @param trigger what Slack gave with the press; good for one modal, for 3 seconds
   * @param overModal whether it was pressed in a modal, which stays below
   * @param otherwise where to say what came instead, to that person alone
   */
  record Opening(String trigger, boolean overModal, Destination otherwise) {}

  /** All of a message, as a modal for one person. */
  View of(Message message) {
    return SlackModal.message(message, offer.under(message));
  }

  /** Opens a modal. */
  SendResult open(Address by, Opening opening, View view) {
    return Answering.send(() -> openNow(by, opening, view));
  }

  /**
   * Puts another in the place of a modal that is open.
   *
   * @param modal its id
   */
  SendResult update(Address by, String modal, View view) {
    return Answering.send(() ->
        messenger.once(
            by.workspace(),
            "views.update",
            bot -> bot.viewsUpdate(update -> update.viewId(modal).view(view))));
  }

  /** Shows somebody their Home tab. */
  SendResult publish(Address to, View view) {
    return messenger.once(
        to.workspace(),
        "views.publish",
        bot -> bot.viewsPublish(publish -> publish.userId(to.user()).view(view)));
  }

  private SendResult openNow(Address by, Opening opening, View view) {
    return opening.overModal()
        ? messenger.once(
            by.workspace(),
            "views.push",
            bot -> bot.viewsPush(push -> push.triggerId(opening.trigger()).view(view)))
        : messenger.once(
            by.workspace(),
            "views.open",
            bot -> bot.viewsOpen(open -> open.triggerId(opening.trigger()).view(view)));
  }
}
