package org.rapport.bot.channel.slack;

import com.slack.api.app_backend.slash_commands.payload.SlashCommandPayload;
import com.slack.api.app_backend.slash_commands.response.SlashCommandResponse;
import com.slack.api.bolt.context.builtin.SlashCommandContext;
import com.slack.api.bolt.request.builtin.SlashCommandRequest;
import com.slack.api.bolt.response.Response;
import java.net.URI;
import java.util.Optional;
import org.rapport.bot.channel.Address;
import org.rapport.bot.conversation.Incoming;
import org.rapport.bot.conversation.Reply;

/**
 * {@code /coach TEXT}. The answer goes into the acknowledgement if it is ready in time, otherwise
 * to the response URL; either way only the asker sees it.
 */
final class SlackCommand {
  private final SlackReplies replies;
  private final InTime inTime;

  SlackCommand(SlackReplies replies, InTime inTime) {
    this.replies = replies;
    this.inTime = inTime;
  }

  Response handle(SlashCommandRequest request, SlashCommandContext context) {
    SlashCommandPayload payload = request.getPayload();
    Incoming asked = asked(payload);
    return inTime
        .answer(
            () -> replies.ask(asked),
            late -> replies.send(late, url(payload)),
            reply -> replies.sendFile(asked.from(), reply))
        .map(reply -> withAnswer(context, reply))
        .orElseGet(context::ack);
  }

  private static Destination.ResponseUrl url(SlashCommandPayload payload) {
    return new Destination.ResponseUrl(URI.create(payload.getResponseUrl()));
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

  private static Response withAnswer(SlashCommandContext context, Reply reply) {
    SlackMessage message = SlackRenderer.render(reply.message());
    return context.ack(
        SlashCommandResponse.builder()
            .responseType("ephemeral")
            .text(message.text())
            .blocks(message.blocks())
            .build());
  }
}
