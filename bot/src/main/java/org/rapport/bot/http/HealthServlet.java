package org.rapport.bot.http;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.function.Supplier;

/** Answers a probe in one word. */
public final class HealthServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  private final transient Supplier<Health> health;

  public HealthServlet(Supplier<Health> health) {
    this.health = health;
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Health now = health.get();
    response.setStatus(now.status());
    response.setContentType("text/plain; charset=utf-8");
    response.getWriter().println(now.words());
  }
}
