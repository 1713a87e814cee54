package org.rapport.bot;

import java.net.InetAddress;

/** Tells addresses of this machine from all others, without asking a name server. */
public final class Loopback {
  private Loopback() {}

  /** Whether a host, as a name or a literal address, is this machine and nothing else. */
  public static boolean is(String host) {
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
