package org.rapport.bot.campaign.nudge;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.rapport.knowledge.library.Platform;

/** Leads to a platform with the words of a post filled in, where it has such an address. */
public final class OpenPlatform {
  /** In characters: what browsers, proxies and both chats take without cutting it. */
  private static final int LONGEST = 2_000;

  private OpenPlatform() {}

  /** The address; empty if the platform has none, or the words are too long for one. */
  public static Optional<URI> with(Platform platform, String words) {
    return address(platform)
        .map(address -> address + encoded(words))
        .filter(address -> address.length() <= LONGEST)
        .map(URI::create);
  }

  private static Optional<String> address(Platform platform) {
    return switch (platform) {
      case LINKEDIN -> Optional.of("https://www.linkedin.com/feed/?shareActive=true&text=");
      case X -> Optional.of("https://x.com/intent/post?text=");
      // docs.bsky.app/docs/advanced-guides/intent-links
      case BLUESKY -> Optional.of("https://bsky.app/intent/compose?text=");
      // developers.facebook.com/documentation/threads/threads-web-intents
      case THREADS -> Optional.of("https://www.threads.com/intent/post?text=");
      case FACEBOOK, INSTAGRAM -> Optional.empty();
    };
  }

  /** A plus would stay a plus in some apps. */
  private static String encoded(String words) {
    return URLEncoder.encode(words, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
