package org.rapport.bot.channel.teams;

import com.microsoft.bot.builder.InvokeResponse;
import com.microsoft.bot.schema.ActivityTypes;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.RejectedExecutionException;
import org.rapport.bot.channel.SerialLanes;
import org.rapport.bot.channel.teams.TeamsErrors.Reason;

/**
 * {@code POST /api/messages}, behind {@link TeamsGuard}. A message is acknowledged at once and
 * worked on in its conversation's lane; the press of a button is answered in the response.
 */
public final class TeamsServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  private final transient TeamsAdapter adapter;
  private final transient TeamsBot bot;
  private final transient SerialLanes lanes;
  private final transient TeamsErrors errors;

  TeamsServlet(TeamsAdapter adapter, TeamsBot bot, SerialLanes lanes, TeamsErrors errors) {
    this.adapter = adapter;
    this.bot = bot;
    this.lanes = lanes;
    this.errors = errors;
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
      lanes.run(turn.activity().getConversation().getId(), () -> work(turn));
      response.setStatus(HttpServletResponse.SC_ACCEPTED);
    } catch (RejectedExecutionException stopping) {
      response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
    }
  }

  private void answer(TeamsTurn turn, HttpServletResponse response) throws IOException {
    InvokeResponse answer = work(turn);
    response.setStatus(answer.getStatus());
    if (answer.getBody() != null) {
      response.setContentType("application/json");
      TeamsJson.MAPPER.writeValue(response.getOutputStream(), answer.getBody());
    }
  }

  /** Where every fault of a turn ends. */
  private InvokeResponse work(TeamsTurn turn) {
    try {
      InvokeResponse answer =
          adapter.processActivity(turn.identity(), turn.activity(), bot::onTurn).join();
      return answer == null ? new InvokeResponse(HttpServletResponse.SC_ACCEPTED, null) : answer;
    } catch (RuntimeException fault) {
      Throwable cause = fault instanceof CompletionException ? fault.getCause() : fault;
      errors.note(Reason.INTERNAL, String.valueOf(cause == null ? fault : cause.getClass()));
      return new InvokeResponse(HttpServletResponse.SC_INTERNAL_SERVER_ERROR, null);
    }
  }
}
