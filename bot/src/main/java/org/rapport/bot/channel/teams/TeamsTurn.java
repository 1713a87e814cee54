package org.rapport.bot.channel.teams;

import com.microsoft.bot.connector.authentication.ClaimsIdentity;
import com.microsoft.bot.schema.Activity;
import jakarta.servlet.ServletRequest;

/** An activity that passed the guard, and on whose word. */
record TeamsTurn(ClaimsIdentity identity, Activity activity) {
  private static final String ATTRIBUTE = TeamsTurn.class.getName();

  void into(ServletRequest request) {
    request.setAttribute(ATTRIBUTE, this);
  }

  /** The turn of a request; there is always one behind the guard. */
  static TeamsTurn of(ServletRequest request) {
    if (request.getAttribute(ATTRIBUTE) instanceof TeamsTurn turn) {
      return turn;
    }
    throw new IllegalStateException("Teams servlet without its guard");
  }
}
