package org.rapport.bot.channel.slack.install;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import org.rapport.bot.http.Pages;

/** What a person sees at the end of an install. */
final class InstallPages {
  private final Pages pages;

  InstallPages(Pages pages) {
    this.pages = pages;
  }

  /** Why an install did not come about. */
  enum Obstacle {
    CANCELLED(HttpServletResponse.SC_OK),
    EXPIRED(HttpServletResponse.SC_BAD_REQUEST),
    FAILED(HttpServletResponse.SC_BAD_GATEWAY),
    BUSY(HttpServletResponse.SC_SERVICE_UNAVAILABLE);

    private final int status;

    Obstacle(int status) {
      this.status = status;
    }
  }

  void installed(HttpServletResponse response, String workspace, String appPage)
      throws IOException {
    Map<String, Object> shown = Map.of("workspace", workspace, "appPage", appPage);
    show(response, HttpServletResponse.SC_OK, pages.render("slack-installed.jte", shown));
  }

  void obstacle(HttpServletResponse response, Obstacle obstacle) throws IOException {
    Map<String, Object> shown = Map.of("obstacle", obstacle.name().toLowerCase(Locale.ROOT));
    show(response, obstacle.status, pages.render("slack-not-installed.jte", shown));
  }

  private static void show(HttpServletResponse response, int status, String page)
      throws IOException {
    response.setStatus(status);
    response.setContentType("text/html; charset=utf-8");
    response.getWriter().write(page);
  }
}
