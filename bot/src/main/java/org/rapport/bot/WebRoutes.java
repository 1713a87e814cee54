package org.rapport.bot;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.rapport.bot.channel.slack.SlackRenderer;
import org.rapport.bot.channel.teams.TeamsRenderer;
import org.rapport.bot.conversation.Coach;
import org.rapport.bot.http.Assets;
import org.rapport.bot.http.Health;
import org.rapport.bot.http.HealthServlet;
import org.rapport.bot.http.MetricsServlet;
import org.rapport.bot.http.PageServlet;
import org.rapport.bot.http.Pages;
import org.rapport.bot.http.Route;
import org.rapport.bot.http.Route.Reach;
import org.rapport.bot.trypage.TryPage;
import org.rapport.knowledge.Knowledge;

/** What browsers and probes reach. */
final class WebRoutes {
  private final Foundation base;
  private final Assets assets = new Assets();
  private final Pages pages = new Pages(assets);

  WebRoutes(Foundation base) {
    this.base = base;
  }

  /** The pages that every feature draws with. */
  Pages pages() {
    return pages;
  }

  List<Route> routes(Knowledge knowledge, Coach coach) {
    List<Route> routes = new ArrayList<>();
    routes.add(Route.get("/health/live", Reach.PROBE, new HealthServlet(() -> Health.LIVE)));
    routes.add(
        Route.get(
            "/health/ready",
            Reach.PROBE,
            new HealthServlet(Health.readiness(knowledge::ready, base.store()::reachable))));
    routes.add(Route.get("/metrics", Reach.OPERATORS, new MetricsServlet(base.meters())));
    routes.add(assets.route());
    routes.addAll(base.settings().dev() ? tryPage(coach) : List.of(productPage()));
    return routes;
  }

  private List<Route> tryPage(Coach coach) {
    return TryPage.routes(
        pages,
        coach,
        message -> SlackRenderer.render(message).json(),
        message -> TeamsRenderer.card(message).toString());
  }

  private Route productPage() {
    Settings settings = base.settings();
    Map<String, Object> connected =
        Map.of("slack", settings.slack().isPresent(), "teams", settings.teams().isPresent());
    return Route.get(
        "", Reach.PUBLIC, new PageServlet(() -> pages.render("product.jte", connected)));
  }
}
