package org.rapport.bot.channel.teams;

import java.net.URI;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Which addresses may be spoken to: https anywhere, http on this machine only. */
final class Loopback {

  private Loopback() {}

  /** Whether a token may be sent to this address, or a key believed that came from it. */
  static boolean safe(URI address) {
    return address.getHost() != null
        && ("https".equalsIgnoreCase(address.getScheme()) || local(address));
  }

  /** Whether this is http or https on this machine. */
  static boolean local(URI address) {
    return isHost(address.getHost())
        && ("http".equalsIgnoreCase(address.getScheme())
            || "https".equalsIgnoreCase(address.getScheme()));
  }

  /** Whether this host is this machine, by name or by number; nothing is looked up. */
  static boolean isHost(@Nullable String host) {
    if (host == null) {
      return false;
    }
    String name = host.toLowerCase(Locale.ROOT);
    return name.equals("localhost")
        || name.equals("::1")
        || name.equals("[::1]")
        || name.matches("127\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}");
  }
}
