package org.rapport.bot.http;

import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServlet;
import java.util.List;
import java.util.Set;

/**
 * One line of the route table.
 *
 * @param path a servlet path: exact, or ending in {@code /*}
 * @param methods the HTTP methods that are answered; any other gets 405
 * @param reach who may call it
 * @param filters what a request passes before the servlet, in order
 * @param servlet what answers
 */
public record Route(
    String path, Set<String> methods, Reach reach, List<Filter> filters, HttpServlet servlet) {

  public Route {
    methods = Set.copyOf(methods);
    filters = List.copyOf(filters);
  }

  /** A route that is only read. */
  public static Route get(String path, Reach reach, HttpServlet servlet) {
    return new Route(path, Set.of("GET", "HEAD"), reach, List.of(), servlet);
  }

  /** A route that takes something in. */
  public static Route post(String path, Reach reach, HttpServlet servlet, Filter... filters) {
    return new Route(path, Set.of("POST"), reach, List.of(filters), servlet);
  }

  /** Who may call a route. */
  public enum Reach {
    /** Whoever can reach the public port. */
    PUBLIC,
    /** Programs and browsers on this machine, under a name of this machine: development only. */
    THIS_MACHINE,
    /** Probes: on the operators' port if there is one, on the public port otherwise. */
    PROBE,
    /** Operators: on their port if there is one; otherwise from this machine only. */
    OPERATORS
  }
}
