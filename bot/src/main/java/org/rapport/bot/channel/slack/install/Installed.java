package org.rapport.bot.channel.slack.install;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.rapport.bot.keys.Keys;
import org.rapport.bot.store.Store;

/**
 * A workspace or Grid that Rapport is installed in, for whoever looks after it.
 *
 * @param name as its people call it
 * @param token what there is to speak with
 */
public record Installed(String id, String name, Token token) {

  /** What there is to speak with. */
  public sealed interface Token {
    record Good(String value) implements Token {
      /** Without the token. */
      @Override
      public String toString() {
        return "Good";
      }
    }

    /** It ended, and the next one was not fetched yet. */
    record Expired() implements Token {}

    /**
     * The keys do not open it.
     *
     * @param why a line without secrets
     */
    record Unopened(String why) implements Token {}
  }

  /** All of them; changes nothing and asks Slack nothing. */
  public static List<Installed> all(Store store, Keys keys, InstantSource clock) {
    InstallTable table = new InstallTable(store, keys);
    List<Installed> all = new ArrayList<>();
    for (List<Install> page = table.page(""); !page.isEmpty(); ) {
      page.forEach(install -> all.add(of(install, table, clock)));
      page = table.page(page.getLast().id());
    }
    return all;
  }

  private static Installed of(Install install, InstallTable table, InstantSource clock) {
    return new Installed(install.id(), install.name(), token(install, table, clock));
  }

  private static Token token(Install install, InstallTable table, InstantSource clock) {
    if (install.endsBy(clock.instant())) {
      return new Token.Expired();
    }
    try {
      return new Token.Good(table.botToken(install));
    } catch (Keys.Unopened wrongKeys) {
      return new Token.Unopened(wrongKeys.why());
    }
  }
}
