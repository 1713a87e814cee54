package org.rapport.bot.channel.slack;

import com.slack.api.app_backend.slash_commands.payload.SlashCommandPayload;
import com.slack.api.app_backend.slash_commands.response.SlashCommandResponse;
import com.slack.api.bolt.context.builtin.SlashCommandContext;
import com.slack.api.bolt.request.builtin.SlashCommandRequest;
import com.slack.api.bolt.response.Response;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.rapport.bot.channel.Address;
import org.rapport.bot.channel.SerialLanes;
import org.rapport.bot.conversation.Incoming;
import org.rapport.bot.conversation.Reply;

/**
 * {@code /coach TEXT}. The answer goes into the acknowledgement if it is ready in time, otherwise
 * to the response URL; either way only the asker sees it.
 */
final class SlackCommand {
  private final Function<Incoming, Reply> coach;
  private final SlackMessenger messenger;
  private final SlackReplies replies;
  private final SerialLanes lanes;
  private final Duration ackWithin;

  SlackCommand(
      Function<Incoming, Reply> coach,
      SlackMessenger messenger,
      SlackReplies replies,
      SerialLanes lanes,
      Duration ackWithin) {
    this.coach = coach;
    this.messenger = messenger;
    this.replies = replies;
    this.lanes = lanes;
    this.ackWithin = ackWithin;
  }

  Response handle(SlashCommandRequest request, SlashCommandContext context) {
    SlashCommandPayload payload = request.getPayload();
    CompletableFuture<Optional<Reply>> inTime =
        new CompletableFuture<Optional<Reply>>()
            .completeOnTimeout(Optional.empty(), ackWithin.toMillis(), TimeUnit.MILLISECONDS);
    lanes.run("command " + UUID.randomUUID(), () -> answer(payload, inTime));
    return inTime.join().map(reply -> withAnswer(context, reply)).orElseGet(context::ack);
  }

  private void answer(SlashCommandPayload payload, CompletableFuture<Optional<Reply>> inTime) {
    try {
      Reply reply = coach.apply(asked(payload));
      if (!inTime.complete(Optional.of(reply))) {
        URI url = URI.create(payload.getResponseUrl());
        messenger.send(new Destination.ResponseUrl(url), reply.message());
      }
      replies.sendFile(
          new Address(Address.Kind.SLACK, payload.getTeamId(), payload.getUserId()), reply);
    } catch (RuntimeException failed) {
      if (!inTime.completeExceptionally(failed)) {
        throw failed;
      }
    }
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
