package org.rapport.bot.people;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Where a leader can be online: the platforms that the library has posts for. */
public enum Platform {
  LINKEDIN("LinkedIn"),
  X("X"),
  BLUESKY("Bluesky"),
  FACEBOOK("Facebook"),
  THREADS("Threads"),
  INSTAGRAM("Instagram");

  private final String title;

  Platform(String title) {
    this.title = title;
  }

  /** As its makers write it. */
  public String title() {
    return title;
  }

  /** The name in the content and the database. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The platform of an id. */
  public static Optional<Platform> of(String id) {
    return Arrays.stream(values()).filter(platform -> platform.id().equals(id)).findFirst();
  }
}
