package org.rapport.bot.http;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.eclipse.jetty.ee10.servlet.FilterHolder;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.ContextHandlerCollection;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.server.handler.SizeLimitHandler;
import org.eclipse.jetty.util.VirtualThreads;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.rapport.bot.http.Route.Reach;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The web server: HTTP/1.1 on one port, and operators' routes on a second if asked for. */
public final class WebServer implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(WebServer.class);

  private static final String PUBLIC = "public";
  private static final String OPERATORS = "operators";

  /**
   * Where to listen.
   *
   * @param port the public port; 0 picks a free one
   * @param operatorsPort the port of probes and metrics, if they have one of their own
   */
  public record Listen(String host, int port, OptionalInt operatorsPort) {}

  private final Limits limits;
  private final Server server;
  private final ServerConnector publicConnector;
  private final Optional<ServerConnector> operatorsConnector;
  private final GracefulHandler underway = new GracefulHandler();

  private WebServer(Listen listen, Limits limits, Pages pages, List<Route> routes) {
    this.limits = limits;
    this.server = new Server(threads());
    this.publicConnector = connect(PUBLIC, listen.host(), listen.port());
    this.operatorsConnector =
        listen.operatorsPort().stream()
            .mapToObj(port -> connect(OPERATORS, listen.host(), port))
            .findFirst();
    server.setErrorHandler(new ErrorPages(pages));
    server.setHandler(around(contexts(routes)));
    server.setStopTimeout(limits.stop().toMillis());
  }

  /**
   * Starts to listen.
   *
   * @param routes the route table, in no order: the closest path wins
   */
  public static WebServer start(Listen listen, Limits limits, Pages pages, List<Route> routes) {
    WebServer web = new WebServer(listen, limits, pages, routes);
    try {
      web.server.start();
      return web;
    } catch (Exception e) {
      web.close();
      throw new IllegalStateException(
          "Cannot listen on %s port %d: %s".formatted(listen.host(), listen.port(), e), e);
    }
  }

  /** The port that people and platforms reach. */
  public int port() {
    return publicConnector.getLocalPort();
  }

  /** The port of probes and metrics; the public one unless they have their own. */
  public int operatorsPort() {
    return operatorsConnector.orElse(publicConnector).getLocalPort();
  }

  /** How many requests wait for their response. */
  public long requestsUnderway() {
    return underway.getCurrentRequestCount();
  }

  /**
   * Takes nothing new, finishes what is being answered, then stops; what takes longer than the
   * limit is cut.
   */
  @Override
  public void close() {
    try {
      server.stop();
    } catch (TimeoutException cut) {
      // Jetty has stopped all the same.
      log.warn("Not every connection had ended when the time for a stop was over");
    } catch (Exception e) {
      throw new IllegalStateException("The web server did not stop cleanly", e);
    }
  }

  private static QueuedThreadPool threads() {
    QueuedThreadPool threads = new QueuedThreadPool(16, 4);
    threads.setName("http");
    threads.setVirtualThreadsExecutor(VirtualThreads.getNamedVirtualThreadsExecutor("request-"));
    return threads;
  }

  private ServerConnector connect(String name, String host, int port) {
    HttpConfiguration http = new HttpConfiguration();
    http.setSendServerVersion(false);
    http.setIdleTimeout(limits.pause().toMillis());
    http.setRequestHeaderSize(limits.headerBytes());
    ServerConnector connector = new ServerConnector(server, new HttpConnectionFactory(http));
    connector.setName(name);
    connector.setHost(host);
    connector.setPort(port);
    connector.setIdleTimeout(limits.keepAlive().toMillis());
    connector.addBean(new SlowSenders(connector, limits.pause()));
    server.addConnector(connector);
    return connector;
  }

  private Handler around(Handler contexts) {
    SizeLimitHandler sized = new SizeLimitHandler(limits.bodyBytes(), -1);
    sized.setHandler(contexts);
    underway.setHandler(new RequestIdHandler(new SecurityHeaders(sized)));
    return underway;
  }

  private Handler contexts(List<Route> routes) {
    if (operatorsConnector.isEmpty()) {
      return context(PUBLIC, routes);
    }
    return new ContextHandlerCollection(
        context(PUBLIC, routes.stream().filter(route -> !forOperators(route)).toList()),
        context(OPERATORS, routes.stream().filter(WebServer::forOperators).toList()));
  }

  private ServletContextHandler context(String connector, List<Route> routes) {
    ServletContextHandler context = new ServletContextHandler("/", false, false);
    context.setVirtualHosts(List.of("@" + connector));
    context.setErrorHandler(server.getErrorHandler());
    routes.forEach(route -> add(route, context));
    return context;
  }

  private void add(Route route, ServletContextHandler context) {
    Filter guard = new RouteGuard(route.methods(), onlyThisMachine(route.reach()));
    Stream.concat(Stream.of(guard), route.filters().stream())
        .map(WebServer::asynchronous)
        .forEach(
            holder -> context.addFilter(holder, route.path(), EnumSet.of(DispatcherType.REQUEST)));
    ServletHolder holder = new ServletHolder(route.servlet());
    holder.setAsyncSupported(true);
    context.addServlet(holder, route.path());
  }

  private static FilterHolder asynchronous(Filter filter) {
    FilterHolder holder = new FilterHolder(filter);
    holder.setAsyncSupported(true);
    return holder;
  }

  private boolean onlyThisMachine(Reach reach) {
    return switch (reach) {
      case PUBLIC, PROBE -> false;
      case THIS_MACHINE -> true;
      case OPERATORS -> operatorsConnector.isEmpty();
    };
  }

  private static boolean forOperators(Route route) {
    return switch (route.reach()) {
      case PROBE, OPERATORS -> true;
      case PUBLIC, THIS_MACHINE -> false;
    };
  }
}
