package org.rapport.bot.http;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.util.stream.Stream;

/** Tells requests of this machine from those that only look like it. */
final class ThisMachine {
  private ThisMachine() {}

  /**
   * Whether a request was sent on this machine, to a name of this machine, by no proxy. A page of
   * another site that points its own name at a loopback address fails by the name.
   */
  static boolean sent(HttpServletRequest request) {
    return isLoopback(request.getRemoteAddr())
        && isLoopback(request.getServerName())
        && Stream.of("Forwarded", "X-Forwarded-For", "Via")
            .allMatch(header -> request.getHeader(header) == null);
  }

  private static boolean isLoopback(String host) {
    if (host.equalsIgnoreCase("localhost")) {
      return true;
    }
    try {
      return InetAddress.ofLiteral(host).isLoopbackAddress();
    } catch (IllegalArgumentException aName) {
      return false;
    }
  }
}
