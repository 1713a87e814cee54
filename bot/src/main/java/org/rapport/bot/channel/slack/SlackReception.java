package org.rapport.bot.channel.slack;

import com.slack.api.bolt.App;
import com.slack.api.bolt.middleware.Middleware;
import com.slack.api.bolt.middleware.MiddlewareChain;
import com.slack.api.bolt.request.Request;
import com.slack.api.bolt.request.builtin.EventRequest;
import com.slack.api.bolt.request.builtin.SlashCommandRequest;
import com.slack.api.bolt.request.builtin.ViewSubmissionRequest;
import com.slack.api.bolt.response.Response;
import java.util.Optional;
import org.rapport.bot.channel.SerialLanes;
import org.rapport.bot.conversation.Interrupted;
import org.rapport.bot.inbox.Answering;
import org.rapport.bot.inbox.Arrival;
import org.rapport.bot.inbox.Inbox;
import org.rapport.bot.inbox.Ticket;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Acknowledges. A command is answered in its acknowledgement if that can be in time. What is
 * answered afterwards is committed first, and answered in the order of its conversation. What comes
 * from where Rapport is not installed is acknowledged and ignored. An acknowledgement never waits
 * for Slack, but for those of a command, for a bounded time, and of a form.
 */
final class SlackReception implements Middleware, AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(SlackReception.class);

  private final SlackTokens tokens;
  private final SlackDoor door;
  private final Inbox inbox;
  private final InTime inTime;
  private final Interrupted interrupted;
  private final SlackMessenger messenger;
  private final SerialLanes lanes;
  private final SlackTrouble trouble;

  SlackReception(
      SlackTokens tokens,
      SlackDoor door,
      Inbox inbox,
      InTime inTime,
      Interrupted interrupted,
      SlackMessenger messenger,
      SerialLanes lanes,
      SlackTrouble trouble) {
    this.tokens = tokens;
    this.door = door;
    this.inbox = inbox;
    this.inTime = inTime;
    this.interrupted = interrupted;
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
    return user.isPresent()
        ? take(new SlackVisit(request, origin, user.get(), chain))
        : chain.next(request);
  }

  /**
   * Answers what another process acknowledged.
   *
   * @param bolt what this stands before
   * @param kept as {@link KeptRequest} wrote it
   */
  void resume(App bolt, Ticket ticket, String kept) {
    KeptRequest again = KeptRequest.read(kept);
    SlackOrigin origin = SlackOrigin.of(again.request()).orElseThrow();
    lanes.run(
        SlackVisit.lane(again.request(), origin),
        () -> ticket.answer(() -> resume(bolt, again, origin)));
  }

  /** Answers what was acknowledged; to be called once no request comes in. */
  @Override
  public void close() {
    lanes.close();
  }

  private Response take(SlackVisit visit) throws Exception {
    if (Answering.underway()) {
      return answer(visit);
    }
    if (visit.request() instanceof SlashCommandRequest command) {
      return promptly(visit, command);
    }
    Optional<Arrival> arrival = KeptRequest.of(visit.request(), visit.origin().team().id());
    if (arrival.isPresent()) {
      return afterwards(visit, arrival.get());
    }
    if (mayWait(visit)) {
      lanes.run(visit.lane(), () -> admit(visit));
      return visit.request().getContext().ack();
    }
    return door.admit(visit);
  }

  private Response afterwards(SlackVisit visit, Arrival arrival) {
    Ticket ticket = inbox.ticket(arrival);
    lanes.run(visit.lane(), () -> ticket.answer(() -> answer(visit)));
    inbox.keep(ticket);
    return visit.request().getContext().ack();
  }

  private Response promptly(SlackVisit visit, SlashCommandRequest command) {
    Ticket ticket = inbox.ticket(KeptRequest.of(command));
    return inTime
        .answer(() -> admit(visit), late -> ticket.answer(() -> sendOn(visit, late)), _ -> {})
        .orElseGet(() -> {
          inbox.keep(ticket);
          return command.getContext().ack();
        });
  }

  /** Events always may, so that those of a channel keep their order; a form needs its answer. */
  private boolean mayWait(SlackVisit visit) {
    return switch (visit.request()) {
      case EventRequest _ -> true;
      case ViewSubmissionRequest _ -> false;
      default -> !door.knows(visit);
    };
  }

  private Response answer(SlackVisit visit) {
    Response response = admit(visit);
    sendOn(visit, response);
    return response;
  }

  private Response admit(SlackVisit visit) {
    try {
      return door.admit(visit);
    } catch (Exception failed) {
      log.error("A request of Slack failed: {}", Failures.inShort(failed));
      return Response.error(500);
    }
  }

  /** Sends what would have been in the acknowledgement of a command. */
  private void sendOn(SlackVisit visit, Response late) {
    if (late.getStatusCode() >= 500) {
      throw new IllegalStateException("A request of Slack failed");
    }
    if (visit.request() instanceof SlashCommandRequest
        && late.getBody() != null
        && !late.getBody().isBlank()
        && visit.origin().tell().orElse(null) instanceof Destination.ResponseUrl url) {
      messenger.sendOn(url, late.getBody());
    }
  }

  private void resume(App bolt, KeptRequest again, SlackOrigin origin) {
    if (!again.isWhole()) {
      origin.tell().ifPresent(place -> messenger.send(place, interrupted.askAgain()));
      return;
    }
    try {
      bolt.run(again.request());
    } catch (RuntimeException failed) {
      throw failed;
    } catch (Exception failed) {
      throw new IllegalStateException(failed);
    }
  }
}
