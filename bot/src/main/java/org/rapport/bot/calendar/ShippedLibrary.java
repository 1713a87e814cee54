package org.rapport.bot.calendar;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.rapport.knowledge.content.ShippedContent;
import org.rapport.knowledge.library.Library;

/** The library that comes with Rapport, read when it is first asked for. */
public final class ShippedLibrary implements Supplier<Library> {
  private @Nullable Library library;

  @Override
  public synchronized Library get() {
    if (library == null) {
      library = ShippedContent.read().library();
    }
    return library;
  }
}
