package org.rapport.bot.http;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.function.Supplier;

/** Shows one page. */
public final class PageServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  private final transient Supplier<String> page;

  /**
   * @param page renders the page, anew for each request
   */
  public PageServlet(Supplier<String> page) {
    this.page = page;
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setContentType("text/html; charset=utf-8");
    response.getWriter().write(page.get());
  }
}
