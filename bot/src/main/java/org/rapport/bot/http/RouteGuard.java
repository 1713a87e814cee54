package org.rapport.bot.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;

/** Holds a route to its methods, and to this machine where the route says so. */
final class RouteGuard extends HttpFilter {
  private static final long serialVersionUID = 1L;

  private final transient Set<String> methods;
  private final boolean thisMachineOnly;

  RouteGuard(Set<String> methods, boolean thisMachineOnly) {
    this.methods = methods;
    this.thisMachineOnly = thisMachineOnly;
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (thisMachineOnly && !ThisMachine.sent(request)) {
      response.sendError(HttpServletResponse.SC_FORBIDDEN);
    } else if (!methods.contains(request.getMethod())) {
      response.setHeader("Allow", String.join(", ", new TreeSet<>(methods)));
      response.sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
    } else {
      chain.doFilter(request, response);
    }
  }
}
