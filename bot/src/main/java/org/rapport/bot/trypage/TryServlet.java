package org.rapport.bot.trypage;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.rapport.bot.conversation.FormReply;
import org.rapport.bot.conversation.Reply;
import org.rapport.bot.conversation.Responder;
import org.rapport.bot.message.Form;
import org.rapport.bot.message.Message;

/**
 * Answers what the page sends: a reply as HTML, as Slack's blocks and as Teams' card; a form as
 * HTML.
 */
final class TryServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  /** Room for 10,000 characters, however they are written. */
  private static final int MAX_BYTES = 64 * 1024;

  private static final JsonMapper JSON = new JsonMapper();

  private final transient Responder coach;
  private final transient Function<Message, String> slackJson;
  private final transient Function<Message, String> teamsJson;

  TryServlet(
      Responder coach, Function<Message, String> slackJson, Function<Message, String> teamsJson) {
    this.coach = coach;
    this.slackJson = slackJson;
    this.teamsJson = teamsJson;
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (!fromOurPage(request)) {
      response.sendError(HttpServletResponse.SC_FORBIDDEN);
    } else if (!isJson(request)) {
      response.sendError(HttpServletResponse.SC_UNSUPPORTED_MEDIA_TYPE);
    } else {
      answer(request.getInputStream().readNBytes(MAX_BYTES + 1), response);
    }
  }

  private void answer(byte[] body, HttpServletResponse response) throws IOException {
    if (body.length > MAX_BYTES) {
      response.sendError(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
      return;
    }
    Optional<TryRequest.Deed> deed = TryRequest.read(body);
    if (deed.isEmpty()) {
      response.sendError(HttpServletResponse.SC_BAD_REQUEST);
      return;
    }
    response.setContentType("application/json");
    response.getOutputStream().write(JSON.writeValueAsBytes(shown(deed.get())));
  }

  private ObjectNode shown(TryRequest.Deed deed) {
    return switch (deed) {
      case TryRequest.Deed.Said said -> shown(coach.reply(said.incoming()));
      case TryRequest.Deed.Filled filled ->
          switch (coach.reply(filled.step())) {
            case FormReply.Show show -> shown(show.form(), Map.of());
            case FormReply.Mend mend -> shown(mend.form(), mend.problems());
            case Reply reply -> shown(reply);
          };
    };
  }

  private static ObjectNode shown(Form form, Map<String, String> problems) {
    return JSON.createObjectNode()
        .put("summary", form.title())
        .put("html", HtmlForm.render(form, problems));
  }

  private ObjectNode shown(Reply reply) {
    Message message = reply.inWords();
    return JSON.createObjectNode()
        .put("summary", message.summary())
        .put("privately", reply.privately())
        .put("html", HtmlRenderer.render(message))
        .putRawValue("slack", new RawValue(slackJson.apply(message)))
        .putRawValue("teams", new RawValue(teamsJson.apply(message)));
  }

  /** A browser names the origin of a page that posts; a program on this machine need not. */
  private static boolean fromOurPage(HttpServletRequest request) {
    String origin = request.getHeader("Origin");
    return origin == null || origin.equals(request.getScheme() + "://" + request.getHeader("Host"));
  }

  private static boolean isJson(HttpServletRequest request) {
    String type = request.getContentType();
    return type != null && type.split(";", 2)[0].strip().equalsIgnoreCase("application/json");
  }
}
