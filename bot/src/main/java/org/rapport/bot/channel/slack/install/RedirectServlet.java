package org.rapport.bot.channel.slack.install;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.rapport.bot.channel.slack.SlackTrouble;
import org.rapport.bot.channel.slack.install.InstallPages.Obstacle;

/** Takes a person back from Slack and installs Rapport, if they agreed there. */
final class RedirectServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final Pattern CODE = Pattern.compile("[A-Za-z0-9._-]{1,500}");

  private final transient InstallStates states;
  private final transient StateCookie cookie;
  private final transient SlackOAuth slack;
  private final transient Consumer<Grant> install;
  private final transient InstallPages pages;
  private final transient SlackTrouble trouble;

  /**
   * @param install keeps what Slack granted
   */
  RedirectServlet(
      InstallStates states,
      StateCookie cookie,
      SlackOAuth slack,
      Consumer<Grant> install,
      InstallPages pages,
      SlackTrouble trouble) {
    this.states = states;
    this.cookie = cookie;
    this.slack = slack;
    this.install = install;
    this.pages = pages;
    this.trouble = trouble;
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (cookie.confirmed(request).filter(states::redeem).isEmpty()) {
      pages.obstacle(response, Obstacle.EXPIRED);
      return;
    }
    cookie.takeBack(response);
    Optional<String> code =
        Optional.ofNullable(request.getParameter("code")).filter(it -> CODE.matcher(it).matches());
    if (code.isPresent()) {
      finish(code.get(), response);
    } else {
      boolean declined = "access_denied".equals(request.getParameter("error"));
      pages.obstacle(response, declined ? Obstacle.CANCELLED : Obstacle.FAILED);
    }
  }

  private void finish(String code, HttpServletResponse response) throws IOException {
    switch (slack.exchange(code)) {
      case SlackOAuth.Result.Granted(Grant grant) -> {
        install.accept(grant);
        String appPage = slack.appPage(grant.place()).toString();
        pages.installed(response, grant.place().name(), appPage);
      }
      case SlackOAuth.Result.Refused refused -> {
        trouble.note("an install", refused.reason());
        pages.obstacle(response, Obstacle.FAILED);
      }
    }
  }
}
