package org.rapport.bot.channel.slack;

import com.slack.api.bolt.App;
import com.slack.api.bolt.AppConfig;
import com.slack.api.bolt.jakarta_servlet.SlackAppServletAdapter;
import com.slack.api.bolt.request.Request;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hands what passed {@link SlackGuard} to Bolt, and turns what goes wrong into a status. */
public final class SlackServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final Logger log = LoggerFactory.getLogger(SlackServlet.class);

  private final transient App app;
  private final transient SlackAppServletAdapter adapter;

  public SlackServlet(SlackApp slack) {
    this.app = slack.bolt();
    this.adapter = new VerifiedAdapter(app.config());
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (SlackGuard.verifiedBody(request).isEmpty()) {
      response.setStatus(401);
      return;
    }
    Optional<Request<?>> read = read(request);
    if (read.isPresent()) {
      run(read.get(), response);
    } else {
      response.setStatus(400);
    }
  }

  private Optional<Request<?>> read(HttpServletRequest request) throws IOException {
    try {
      return Optional.ofNullable(adapter.buildSlackRequest(request));
    } catch (RuntimeException unreadable) {
      log.warn("Slack sent what Bolt cannot read: {}", unreadable.getClass().getSimpleName());
      return Optional.empty();
    }
  }

  private void run(Request<?> request, HttpServletResponse response) throws IOException {
    try {
      adapter.writeResponse(response, app.run(request));
    } catch (RejectedExecutionException stopping) {
      response.setStatus(503); // Slack delivers an event again.
    } catch (IOException lost) {
      throw lost;
    } catch (Exception failed) {
      log.error("A request of Slack failed: {}", Failures.inShort(failed));
      response.setStatus(500);
    }
  }

  /** Reads the body that the guard verified, byte for byte: Bolt's own way loses CR LF. */
  private static final class VerifiedAdapter extends SlackAppServletAdapter {
    VerifiedAdapter(AppConfig config) {
      super(config);
    }

    @Override
    protected String doReadRequestBodyAsString(HttpServletRequest request) {
      return SlackGuard.verifiedBody(request).orElseThrow();
    }
  }
}
