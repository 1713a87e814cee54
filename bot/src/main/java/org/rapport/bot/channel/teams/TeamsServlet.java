package org.rapport.bot.channel.teams;

import com.microsoft.bot.builder.BotCallbackHandler;
import com.microsoft.bot.builder.InvokeResponse;
import com.microsoft.bot.schema.ActivityTypes;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.RejectedExecutionException;
import org.rapport.bot.channel.SerialLanes;
import org.rapport.bot.channel.teams.TeamsErrors.Reason;
import org.rapport.bot.inbox.Arrival;
import org.rapport.bot.inbox.Inbox;
import org.rapport.bot.inbox.Ticket;

/**
 * {@code POST /api/messages}, behind {@link TeamsGuard}. A message is acknowledged once it is
 * committed, and worked on in its conversation's lane; the press of a button is answered in the
 * response.
 */
public final class TeamsServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  private final transient TeamsAdapter adapter;
  private final transient TeamsBot bot;
  private final transient SerialLanes lanes;
  private final transient Inbox inbox;
  private final transient TeamsErrors errors;

  TeamsServlet(
      TeamsAdapter adapter, TeamsBot bot, SerialLanes lanes, Inbox inbox, TeamsErrors errors) {
    this.adapter = adapter;
    this.bot = bot;
    this.lanes = lanes;
    this.inbox = inbox;
    this.errors = errors;
  }

  /**
   * Answers what another process acknowledged.
   *
   * @param kept as {@link KeptActivity} wrote it
   */
  void resume(Ticket ticket, String kept) {
    KeptActivity again = KeptActivity.read(kept);
    BotCallbackHandler answer = again.isWhole() ? bot::onTurn : bot::askAgain;
    lanes.run(lane(again.turn()), () -> ticket.answer(() -> mustWork(again.turn(), answer)));
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    TeamsTurn turn = TeamsTurn.of(request);
    if (turn.activity().isType(ActivityTypes.INVOKE)) {
      answer(turn, response);
    } else {
      accept(turn, response);
    }
  }

  private void accept(TeamsTurn turn, HttpServletResponse response) {
    try {
      accept(turn);
      response.setStatus(HttpServletResponse.SC_ACCEPTED);
    } catch (RejectedExecutionException stopping) {
      response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
    }
  }

  private void accept(TeamsTurn turn) {
    Optional<Arrival> arrival = KeptActivity.of(turn);
    if (arrival.isEmpty()) {
      lanes.run(lane(turn), () -> work(turn, bot::onTurn));
      return;
    }
    Ticket ticket = inbox.ticket(arrival.get());
    lanes.run(lane(turn), () -> ticket.answer(() -> mustWork(turn, bot::onTurn)));
    inbox.keep(ticket);
  }

  private void answer(TeamsTurn turn, HttpServletResponse response) throws IOException {
    InvokeResponse answer = work(turn, bot::onTurn);
    response.setStatus(answer.getStatus());
    if (answer.getBody() != null) {
      response.setContentType("application/json");
      TeamsJson.MAPPER.writeValue(response.getOutputStream(), answer.getBody());
    }
  }

  private void mustWork(TeamsTurn turn, BotCallbackHandler handler) {
    if (work(turn, handler).getStatus() >= HttpServletResponse.SC_INTERNAL_SERVER_ERROR) {
      throw new IllegalStateException("A turn of Teams failed");
    }
  }

  private static String lane(TeamsTurn turn) {
    return turn.activity().getConversation().getId();
  }

  /** Where every fault of a turn ends. */
  private InvokeResponse work(TeamsTurn turn, BotCallbackHandler handler) {
    try {
      InvokeResponse answer =
          adapter.processActivity(turn.identity(), turn.activity(), handler).join();
      return answer == null ? new InvokeResponse(HttpServletResponse.SC_ACCEPTED, null) : answer;
    } catch (RuntimeException fault) {
      Throwable cause = fault instanceof CompletionException ? fault.getCause() : fault;
      errors.note(Reason.INTERNAL, String.valueOf(cause == null ? fault : cause.getClass()));
      return new InvokeResponse(HttpServletResponse.SC_INTERNAL_SERVER_ERROR, null);
    }
  }
}
