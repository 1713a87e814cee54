package org.rapport.bot.channel.teams;

import java.util.concurrent.RejectedExecutionException;
import org.rapport.bot.channel.Address;
import org.rapport.bot.channel.Place;
import org.rapport.bot.channel.SendResult;
import org.rapport.bot.channel.SerialLanes;
import org.rapport.bot.conversation.Notices;
import org.rapport.bot.message.Message;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells people things in Teams, a moment later and as patiently as a reply, and posts what is
 * changed later.
 */
final class TeamsNotices implements Notices {
  private static final Logger log = LoggerFactory.getLogger(TeamsNotices.class);

  private final UnaskedMessages patient;
  private final SerialLanes lanes;
  private final TeamsErrors errors;

  TeamsNotices(UnaskedMessages patient, SerialLanes lanes, TeamsErrors errors) {
    this.patient = patient;
    this.lanes = lanes;
    this.errors = errors;
  }

  @Override
  public void tell(Address to, Message message) {
    try {
      lanes.run("notices to " + to.workspace() + ' ' + to.user(), () -> tellNow(to, message));
    } catch (RejectedExecutionException stopping) {
      errors.note(TeamsErrors.Reason.SEND_FAILED, "stopping");
    }
  }

  /** Teams has no place for the id that comes back. */
  @Override
  public SendResult post(Place where, Message message, String id) {
    return patient.post(where, message);
  }

  @Override
  public SendResult update(Place where, String reference, Message message) {
    return TeamsPosted.read(reference)
        .map(posted -> patient.update(where, posted, message))
        .orElse(new SendResult.Refused("no_reference"));
  }

  /** Whoever has no chat in Teams is told nowhere: nothing went wrong. */
  private void tellNow(Address to, Message message) {
    SendResult result = patient.send(to, message);
    if (result.equals(new SendResult.Refused(TeamsReferences.UNINSTALLED))
        || result.equals(new SendResult.Gone(TeamsReferences.UNINSTALLED))) {
      log.info("Somebody could not be told anything in Teams: {}", TeamsReferences.UNINSTALLED);
    }
  }
}
