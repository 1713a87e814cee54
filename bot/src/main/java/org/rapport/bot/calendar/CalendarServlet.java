package org.rapport.bot.calendar;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.rapport.bot.http.Route;
import org.rapport.bot.http.Route.Reach;
import org.rapport.bot.store.StoreAway;

/** Hands out calendars: {@code GET /calendar/TOKEN.ics}. A token that is nobody's is not found. */
public final class CalendarServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final String ENDING = ".ics";

  private final transient CalendarFeed feed;

  private CalendarServlet(CalendarFeed feed) {
    this.feed = feed;
  }

  /** Where calendars fetch it. */
  public static Route route(CalendarFeed feed) {
    return Route.get("/calendar/*", Reach.PUBLIC, new CalendarServlet(feed));
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    try {
      Optional<String> calendar = token(request).flatMap(feed::read);
      if (calendar.isEmpty()) {
        response.sendError(HttpServletResponse.SC_NOT_FOUND);
        return;
      }
      response.setContentType("text/calendar; charset=utf-8");
      response.getWriter().write(calendar.get());
    } catch (StoreAway later) {
      response.setHeader("Retry-After", "300");
      response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
    }
  }

  private static Optional<String> token(HttpServletRequest request) {
    return Optional.ofNullable(request.getPathInfo())
        .filter(path -> path.startsWith("/") && path.endsWith(ENDING))
        .map(path -> path.substring(1, path.length() - ENDING.length()));
  }
}
