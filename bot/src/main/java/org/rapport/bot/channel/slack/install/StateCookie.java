package org.rapport.bot.channel.slack.install;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/**
 * Binds an install to the browser that began it: nobody can be led to finish what somebody else
 * began.
 */
final class StateCookie {
  private final String name;
  private final boolean secure;

  /**
   * @param publicUrl the address that people reach; under http, which is for this machine only, the
   *     cookie cannot be a secure one
   */
  StateCookie(URI publicUrl) {
    this.secure = "https".equals(publicUrl.getScheme());
    // Browsers hold the prefix to this very host.
    this.name = secure ? "__Host-rapport-install" : "rapport-install";
  }

  void give(HttpServletResponse response, String state) {
    response.addCookie(cookie(state, InstallStates.GOOD_FOR));
  }

  void takeBack(HttpServletResponse response) {
    response.addCookie(cookie("", Duration.ZERO));
  }

  /** The state that this browser began and Slack sends back; empty unless they are the same. */
  Optional<String> confirmed(HttpServletRequest request) {
    String sentBack = Optional.ofNullable(request.getParameter("state")).orElse("");
    return Optional.ofNullable(request.getCookies()).stream()
        .flatMap(Arrays::stream)
        .filter(cookie -> cookie.getName().equals(name))
        .map(Cookie::getValue)
        .filter(begun -> MessageDigest.isEqual(begun.getBytes(UTF_8), sentBack.getBytes(UTF_8)))
        .findFirst();
  }

  private Cookie cookie(String value, Duration keptFor) {
    Cookie cookie = new Cookie(name, value);
    cookie.setHttpOnly(true);
    cookie.setSecure(secure);
    cookie.setPath("/");
    cookie.setMaxAge(Math.toIntExact(keptFor.toSeconds()));
    // Slack leads back by a link of its own, which a strict cookie would not go with.
    cookie.setAttribute("SameSite", "Lax");
    return cookie;
  }
}
