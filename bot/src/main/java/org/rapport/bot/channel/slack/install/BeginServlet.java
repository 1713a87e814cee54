package org.rapport.bot.channel.slack.install;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/** Sends a person who wants to install Rapport to Slack's page that asks whether they may. */
final class BeginServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  private final transient InstallStates states;
  private final transient StateCookie cookie;
  private final transient SlackOAuth slack;
  private final transient InstallPages pages;

  BeginServlet(InstallStates states, StateCookie cookie, SlackOAuth slack, InstallPages pages) {
    this.states = states;
    this.cookie = cookie;
    this.slack = slack;
    this.pages = pages;
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Optional<String> state = states.begin();
    if (state.isPresent()) {
      cookie.give(response, state.get());
      response.sendRedirect(slack.consentPage(state.get()).toString());
    } else {
      pages.obstacle(response, InstallPages.Obstacle.BUSY);
    }
  }
}
