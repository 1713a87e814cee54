package org.rapport.bot.conversation;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.rapport.bot.channel.Address;
import org.rapport.bot.people.AddressText;
import org.rapport.bot.people.Role;

/**
 * Tells a command from a question. A command is a whole message in one of a few spellings; all else
 * is a question, such as "should I stop tweeting".
 */
final class CommandReader {
  /** What the button that confirms forgetting says; it carries nobody's name. */
  static final String FORGET_NOW = "yes, forget me";

  private static final String CONFIRM_JOIN = "yes, join ";

  private static final Map<String, Command> WHOLE =
      Map.ofEntries(
          Map.entry("my data", new Command.MyData()),
          Map.entry("show my data", new Command.MyData()),
          Map.entry("forget me", new Command.ForgetMe()),
          Map.entry("delete my data", new Command.ForgetMe()),
          Map.entry(FORGET_NOW, new Command.ForgetMeNow()),
          Map.entry("settings", new Command.ShowSettings()),
          Map.entry("my settings", new Command.ShowSettings()),
          Map.entry("link", new Command.MakeLink()),
          Map.entry("pause", new Command.Pause("")),
          Map.entry("pause until", new Command.Pause("")),
          Map.entry("stop", new Command.Stop()),
          Map.entry("unsubscribe", new Command.Stop()),
          Map.entry("start", new Command.Start()),
          Map.entry("history", new Command.ShowHistory()),
          Map.entry("my history", new Command.ShowHistory()),
          Map.entry("history on", new Command.KeepHistory(true)),
          Map.entry("history off", new Command.KeepHistory(false)),
          Map.entry("roles", new Command.ShowRoles()),
          Map.entry("join", new Command.MakeJoin()));

  private static final Pattern CODE =
      Pattern.compile("(?i:(link|join)) ([A-Z0-9]{4}[ -]?[A-Z0-9]{4}|[a-z0-9]{4}-[a-z0-9]{4})");
  private static final Pattern PAUSE =
      Pattern.compile("(?i:pause until) ([\\p{L}\\p{N} ./-]{1,30})");
  private static final Pattern GRANT =
      Pattern.compile(
          "(?i:grant) (@.{1,100}?|slack:\\S{1,300}|teams:\\S{1,300})"
              + " ((?i:comms[ -]lead)|[A-Za-z-]{1,20})");
  private static final Pattern REVOKE =
      Pattern.compile("(?i:revoke) (@.{1,100}|slack:\\S{1,300}|teams:\\S{1,300})");
  private static final Pattern REQUEST = Pattern.compile("[0-9a-f-]{36}");
  private static final int LONGEST = 450;

  private CommandReader() {}

  /** The button's words that confirm a request to join. */
  static String confirming(String request) {
    return CONFIRM_JOIN + request;
  }

  /** The command in a message; empty if it is none. */
  static Optional<Command> read(Incoming.Asked asked) {
    if (asked.text().length() > LONGEST) {
      return Optional.empty();
    }
    String text = asked.text().replaceAll("\\s+", " ").strip().replaceFirst("[.!]$", "");
    String folded = text.toLowerCase(Locale.ROOT);
    return Optional.ofNullable(WHOLE.get(folded))
        .or(() -> code(text))
        .or(() -> match(PAUSE, text).map(found -> new Command.Pause(found.group(1).strip())))
        .or(() -> role(asked.mentioned(), text))
        .or(() -> confirmed(folded));
  }

  private static Optional<Command> code(String text) {
    return match(CODE, text)
        .map(found ->
            found.group(1).equalsIgnoreCase("link")
                ? new Command.Link(found.group(2))
                : new Command.Join(found.group(2)));
  }

  private static Optional<Command> role(List<Address> mentioned, String text) {
    Optional<Matcher> grant = match(GRANT, text);
    if (grant.isPresent()) {
      return Optional.of(
          new Command.Grant(who(mentioned, grant.get().group(1)), Role.of(grant.get().group(2))));
    }
    return match(REVOKE, text)
        .map(found -> new Command.Grant(who(mentioned, found.group(1)), Optional.of(Role.LEADER)));
  }

  /** A mention counts only if it is the only one. */
  private static Optional<Address> who(List<Address> mentioned, String named) {
    if (!named.startsWith("@")) {
      return AddressText.read(named);
    }
    return mentioned.size() == 1 ? Optional.of(mentioned.getFirst()) : Optional.empty();
  }

  private static Optional<Command> confirmed(String folded) {
    String request = folded.startsWith(CONFIRM_JOIN) ? folded.substring(CONFIRM_JOIN.length()) : "";
    return REQUEST.matcher(request).matches()
        ? Optional.of(new Command.ConfirmJoin(request))
        : Optional.empty();
  }

  private static Optional<Matcher> match(Pattern pattern, String text) {
    return Optional.of(pattern.matcher(text)).filter(Matcher::matches);
  }
}
