package org.rapport.bot.channel.slack;

import com.slack.api.bolt.middleware.Middleware;
import com.slack.api.bolt.middleware.MiddlewareChain;
import com.slack.api.bolt.request.Request;
import com.slack.api.bolt.request.builtin.EventRequest;
import com.slack.api.bolt.request.builtin.SlashCommandRequest;
import com.slack.api.bolt.request.builtin.ViewSubmissionRequest;
import com.slack.api.bolt.response.Response;
import java.util.Optional;
import java.util.UUID;
import org.rapport.bot.channel.SerialLanes;
import org.rapport.bot.conversation.Outsiders;
import org.rapport.bot.message.Message;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets in members of organisations that installed Rapport, each as one of their own workspace.
 * Others are told why not, seen by them alone; what comes from where Rapport is not installed is
 * acknowledged and ignored. An acknowledgement never waits for Slack, except that of a form.
 */
final class SlackDoor implements Middleware, AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(SlackDoor.class);

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

  @Override
  @SuppressWarnings("rawtypes") // As Bolt declares it.
  public Response apply(Request request, Response response, MiddlewareChain chain)
      throws Exception {
    Optional<SlackOrigin> from = SlackOrigin.of(request);
    if (from.isEmpty()) {
      return chain.next(request);
    }
    SlackOrigin origin = from.get();
    if (!tokens.installed(origin.team())) {
      trouble.note("a request", "not_installed");
      return request.getContext().ack();
    }
    Optional<String> user = origin.user();
    if (user.isEmpty()) {
      return chain.next(request);
    }
    if (mayWait(request, origin, user.get())) {
      lanes.run(lane(origin, user.get()), () -> admitLater(request, origin, user.get(), chain));
      return request.getContext().ack();
    }
    return admit(request, origin, user.get(), chain);
  }

  /** Lets in what was acknowledged; to be called once no request comes in. */
  @Override
  public void close() {
    lanes.close();
  }

  /** Events always do, so that those of a person keep their order; a form needs its answer. */
  private boolean mayWait(Request<?> request, SlackOrigin origin, String user) {
    return switch (request) {
      case EventRequest _ -> true;
      case ViewSubmissionRequest _ -> false;
      default -> !members.knows(origin, user);
    };
  }

  private Response admit(Request<?> request, SlackOrigin origin, String user, MiddlewareChain chain)
      throws Exception {
    tokens.belongs(origin.team().id(), origin.team());
    return switch (members.standing(origin, user)) {
      case Standing.Member(String workspace) -> {
        tokens.belongs(workspace, origin.team());
        yield chain.next(SlackOrigin.movedTo(workspace, request));
      }
      case Standing.Guest _ -> turnAway(request, origin, outsiders.guest(), "guest");
      case Standing.Stranger _ -> turnAway(request, origin, outsiders.stranger(), "stranger");
    };
  }

  private void admitLater(
      Request<?> request, SlackOrigin origin, String user, MiddlewareChain chain) {
    try {
      Response response = admit(request, origin, user, chain);
      if (request instanceof SlashCommandRequest
          && response.getBody() != null
          && !response.getBody().isBlank()
          && origin.tell().orElse(null) instanceof Destination.ResponseUrl url) {
        messenger.sendOn(url, response.getBody());
      }
    } catch (Exception failed) {
      log.error("A request of Slack failed: {}", Failures.inShort(failed));
    }
  }

  private Response turnAway(Request<?> request, SlackOrigin origin, Message why, String who) {
    trouble.note("a request", who);
    origin
        .tell()
        .ifPresent(
            place -> lanes.run("refusal " + UUID.randomUUID(), () -> messenger.send(place, why)));
    return request.getContext().ack();
  }

  private static String lane(SlackOrigin origin, String user) {
    return origin.team().id() + ":" + user;
  }
}
