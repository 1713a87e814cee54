package org.rapport.bot;

import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.rapport.bot.http.Assets;
import org.rapport.bot.http.Health;
import org.rapport.bot.http.HealthServlet;
import org.rapport.bot.http.Limits;
import org.rapport.bot.http.MetricsServlet;
import org.rapport.bot.http.PageServlet;
import org.rapport.bot.http.Pages;
import org.rapport.bot.http.Route;
import org.rapport.bot.http.Route.Reach;
import org.rapport.bot.http.WebServer;
import org.rapport.bot.store.Store;
import org.rapport.knowledge.Knowledge;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The running server: every part, wired once, read top to bottom. */
public final class App implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(App.class);

  private final OpenParts parts;
  private final WebServer web;

  private App(OpenParts parts, WebServer web) {
    this.parts = parts;
    this.web = web;
  }

  /** Opens everything and starts to listen; when this fails, nothing is left open. */
  public static App start(Settings settings) {
    OpenParts parts = new OpenParts();
    try {
      WebServer web = wire(settings, parts);
      log.info("Rapport listens on http://{}:{}", settings.host(), web.port());
      return new App(parts, web);
    } catch (RuntimeException e) {
      parts.close();
      throw e;
    }
  }

  /** The port that people and platforms reach. */
  public int port() {
    return web.port();
  }

  /** The port of probes and metrics; the public one unless they have their own. */
  public int operatorsPort() {
    return web.operatorsPort();
  }

  /** Takes nothing new, finishes what was acknowledged, then stops. */
  @Override
  public void close() {
    parts.close();
  }

  private static WebServer wire(Settings settings, OpenParts parts) {
    Store store = parts.add(openStore(settings));
    store.migrate();
    Knowledge knowledge = parts.add(new Knowledge());
    PrometheusMeterRegistry meters = meters();
    parts.add(meters::close);
    Assets assets = new Assets();
    Pages pages = new Pages(assets);
    List<Route> routes = new ArrayList<>();
    routes.add(Route.get("/health/live", Reach.PROBE, new HealthServlet(() -> Health.LIVE)));
    routes.add(Route.get("/health/ready", Reach.PROBE, readiness(knowledge, store)));
    routes.add(Route.get("/metrics", Reach.OPERATORS, new MetricsServlet(meters)));
    routes.add(assets.route());
    routes.add(Route.get("", Reach.PUBLIC, productPage(settings, pages)));
    return parts.add(WebServer.start(listen(settings), Limits.USUAL, pages, routes));
  }

  private static Store openStore(Settings settings) {
    return settings
        .databaseUrl()
        .map(Store::postgres)
        .orElseGet(() -> Store.embedded(settings.data().resolve("rapport.db")));
  }

  private static PrometheusMeterRegistry meters() {
    PrometheusMeterRegistry meters = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    Stream.of(
            new JvmMemoryMetrics(),
            new JvmThreadMetrics(),
            new ProcessorMetrics(),
            new UptimeMetrics())
        .forEach(jvm -> jvm.bindTo(meters));
    return meters;
  }

  private static HealthServlet readiness(Knowledge knowledge, Store store) {
    return new HealthServlet(Health.readiness(() -> knowledge.generation() > 0, store::reachable));
  }

  private static PageServlet productPage(Settings settings, Pages pages) {
    Map<String, Object> connected =
        Map.of("slack", settings.slack().isPresent(), "teams", settings.teams().isPresent());
    return new PageServlet(() -> pages.render("product.jte", connected));
  }

  private static WebServer.Listen listen(Settings settings) {
    return new WebServer.Listen(settings.host(), settings.port(), settings.metricsPort());
  }
}
