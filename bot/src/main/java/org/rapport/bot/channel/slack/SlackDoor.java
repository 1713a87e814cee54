package org.rapport.bot.channel.slack;

import com.slack.api.app_backend.slash_commands.response.SlashCommandResponse;
import com.slack.api.bolt.request.builtin.SlashCommandRequest;
import com.slack.api.bolt.response.Response;
import java.util.UUID;
import org.rapport.bot.channel.SerialLanes;
import org.rapport.bot.conversation.Outsiders;
import org.rapport.bot.inbox.Answering;
import org.rapport.bot.message.Message;

/**
 * Lets in members of organisations that installed Rapport, each as one of their own workspace.
 * Others are told why not, seen by them alone.
 */
final class SlackDoor {
  private final SlackTokens tokens;
  private final SlackMembers members;
  private final Outsiders outsiders;
  private final SlackMessenger messenger;
  private final SerialLanes lanes;
  private final SlackTrouble trouble;

  SlackDoor(
      SlackTokens tokens,
      SlackMembers members,
      Outsiders outsiders,
      SlackMessenger messenger,
      SerialLanes lanes,
      SlackTrouble trouble) {
    this.tokens = tokens;
    this.members = members;
    this.outsiders = outsiders;
    this.messenger = messenger;
    this.lanes = lanes;
    this.trouble = trouble;
  }

  /** Whether Slack need not be asked who the visitor is. */
  boolean knows(SlackVisit visit) {
    return members.knows(visit.origin(), visit.user());
  }

  /** Lets the visit in or turns it away; may wait for Slack. */
  Response admit(SlackVisit visit) throws Exception {
    SlackOrigin origin = visit.origin();
    tokens.belongs(origin.team().id(), origin.team());
    return switch (members.standing(origin, visit.user())) {
      case Standing.Member(String workspace) -> {
        tokens.belongs(workspace, origin.team());
        yield visit.chain().next(SlackOrigin.movedTo(workspace, visit.request()));
      }
      case Standing.Guest _ -> turnAway(visit, outsiders.guest(), "guest");
      case Standing.Stranger _ -> turnAway(visit, outsiders.stranger(), "stranger");
      case Standing.Unknown _ -> turnAway(visit, outsiders.unknown(), "unknown");
    };
  }

  private Response turnAway(SlackVisit visit, Message why, String who) {
    trouble.note("a request", who);
    if (visit.request() instanceof SlashCommandRequest command) {
      return inAcknowledgement(command, SlackRenderer.render(why));
    }
    visit.origin().tell().ifPresent(place -> tell(place, why));
    return visit.request().getContext().ack();
  }

  /** Nobody waits for what answers an event; an acknowledgement does not wait for Slack. */
  private void tell(Destination place, Message why) {
    if (Answering.underway()) {
      messenger.send(place, why);
    } else {
      lanes.run("refusal " + UUID.randomUUID(), () -> messenger.send(place, why));
    }
  }

  /** The acknowledgement of a command with a message that only its sender sees. */
  static Response inAcknowledgement(SlashCommandRequest command, SlackMessage drawn) {
    return command
        .getContext()
        .ack(
            SlashCommandResponse.builder()
                .responseType("ephemeral")
                .text(drawn.text())
                .blocks(drawn.blocks())
                .build());
  }
}
