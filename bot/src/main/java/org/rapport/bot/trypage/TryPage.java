package org.rapport.bot.trypage;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.rapport.bot.conversation.Responder;
import org.rapport.bot.http.PageServlet;
import org.rapport.bot.http.Pages;
import org.rapport.bot.http.Route;
import org.rapport.bot.http.Route.Reach;
import org.rapport.bot.message.Message;

/** The routes of the try page; for development, and for editors who look how guidance reads. */
public final class TryPage {
  private TryPage() {}

  /**
   * The page and what it talks to.
   *
   * @param slackJson turns a message into the JSON that goes to Slack
   * @param teamsJson turns a message into the JSON of a Teams card
   */
  public static List<Route> routes(
      Pages pages,
      Responder coach,
      Function<Message, String> slackJson,
      Function<Message, String> teamsJson) {
    PageServlet page =
        new PageServlet(
            () -> pages.render("try.jte", Map.of("visitor", UUID.randomUUID().toString())));
    return List.of(
        Route.get("", Reach.THIS_MACHINE, page),
        Route.post("/try/ask", Reach.THIS_MACHINE, new TryServlet(coach, slackJson, teamsJson)));
  }
}
