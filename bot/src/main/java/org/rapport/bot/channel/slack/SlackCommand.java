package org.rapport.bot.channel.slack;

import com.slack.api.app_backend.slash_commands.payload.SlashCommandPayload;
import com.slack.api.bolt.context.builtin.SlashCommandContext;
import com.slack.api.bolt.request.builtin.SlashCommandRequest;
import com.slack.api.bolt.response.Response;
import java.util.Optional;
import java.util.UUID;
import org.rapport.bot.channel.Address;
import org.rapport.bot.channel.SerialLanes;
import org.rapport.bot.conversation.Incoming;
import org.rapport.bot.conversation.Reply;

/** {@code /coach TEXT}: the answer is the acknowledgement, which only the asker sees. */
final class SlackCommand {
  private final SlackReplies replies;
  private final SerialLanes lanes;

  SlackCommand(SlackReplies replies, SerialLanes lanes) {
    this.replies = replies;
    this.lanes = lanes;
  }

  Response handle(SlashCommandRequest request, SlashCommandContext context) {
    Incoming asked = asked(request.getPayload());
    Reply reply = replies.ask(asked);
    if (reply.file().isPresent()) {
      // The acknowledgement does not wait for it.
      lanes.run("file " + UUID.randomUUID(), () -> replies.sendFile(asked.from(), reply));
    }
    return SlackDoor.inAcknowledgement(request, replies.drawn(reply));
  }

  private static Incoming asked(SlashCommandPayload payload) {
    Address from = new Address(Address.Kind.SLACK, payload.getTeamId(), payload.getUserId());
    String typed = Optional.ofNullable(payload.getText()).orElse("");
    String words = Mrkdwn.read(typed);
    return new Incoming.Asked(
        from,
        words.isEmpty() ? "help" : words,
        false,
        payload.getChannelId(),
        SlackMentions.in(typed, payload.getTeamId()));
  }
}
