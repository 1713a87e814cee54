package org.rapport.bot.store;

/** The database cannot be reached. */
public final class StoreAway extends RuntimeException {
  private static final long serialVersionUID = 1L;

  StoreAway(String message) {
    super(message);
  }

  StoreAway(Throwable cause) {
    super("The database is away", cause);
  }
}
