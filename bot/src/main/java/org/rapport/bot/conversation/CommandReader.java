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
import org.rapport.knowledge.library.Platform;

/**
 * Tells a command from a question. A command is a whole message in one of a few spellings; all else
 * is a question, such as "should I stop tweeting".
 */
final class CommandReader {
  /** What the button that confirms forgetting says; it carries nobody's name. */
  static final String FORGET_NOW = "yes, forget me";

  /** What the button for another calendar address says. */
  static final String NEW_CALENDAR = "calendar new";

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
          Map.entry("nudge", new Command.ShowNudge()),
          Map.entry("my nudge", new Command.ShowNudge()),
          Map.entry("next nudge", new Command.ShowNudge()),
          Map.entry("my next nudge", new Command.ShowNudge()),
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
          Map.entry("calendar", new Command.ShowCalendar()),
          Map.entry(NEW_CALENDAR, new Command.NewCalendar()),
          Map.entry("calendar off", new Command.StopCalendar()),
          Map.entry("roles", new Command.ShowRoles()),
          Map.entry("campaign", new Command.ListCampaigns()),
          Map.entry("campaigns", new Command.ListCampaigns()),
          Map.entry("people import", new Command.ImportPeople("")),
          Map.entry("join", new Command.MakeJoin()),
          Map.entry("ask an expert", new Command.AskExpert()),
          Map.entry("experts", new Command.ShowExpertQuestions()),
          Map.entry("expert questions", new Command.ShowExpertQuestions()),
          Map.entry("freeze", new Command.Freeze("")),
          Map.entry("freeze nudges", new Command.Freeze("")),
          Map.entry("unfreeze", new Command.Unfreeze()),
          Map.entry("unfreeze nudges", new Command.Unfreeze()));

  private static final Pattern CODE =
      Pattern.compile("(?i:(link|join)) ([A-Z0-9]{4}[ -]?[A-Z0-9]{4}|[a-z0-9]{4}-[a-z0-9]{4})");
  private static final Pattern PAUSE =
      Pattern.compile("(?i:pause until) ([\\p{L}\\p{N} ./-]{1,30})");
  private static final Pattern CHECK_POST =
      Pattern.compile(
          "(?is)\\s{0,9}check (?:this|my) post"
              + "(?: for (linkedin|x|twitter|bluesky|facebook|threads|instagram))?"
              + " ?:\\s{0,9}(\\S.{0,9999})");
  private static final Pattern GRANT =
      Pattern.compile(
          "(?i:grant) (@.{1,100}?|slack:\\S{1,300}|teams:\\S{1,300})"
              + " ((?i:comms[ -]lead)|[A-Za-z-]{1,20})");
  private static final Pattern REVOKE =
      Pattern.compile("(?i:revoke) (@.{1,100}|slack:\\S{1,300}|teams:\\S{1,300})");
  private static final Pattern CAMPAIGN = Pattern.compile("campaign ([a-z ]{4,9}) ([0-9a-z]{10})");

  /** Slack writes a group that is picked from its list with its id. */
  private static final Pattern IMPORT =
      Pattern.compile(
          "(?i:people import) (?:(?i:@subteam)\\^)?(S[A-Z0-9]{4,30}|@[\\p{L}\\p{N}._-]{1,80})");

  private static final Pattern PREVIEW_FOR =
      Pattern.compile(
          "(?i:campaign preview ([0-9a-z]{10})) (@.{1,100}|slack:\\S{1,300}|teams:\\S{1,300})");

  /** With a question mark it is a question, such as what to do with a hacked account. */
  private static final Pattern FREEZE = Pattern.compile("(?i:freeze(?: nudges)?):? ([^?]{1,200})");

  private static final Pattern REQUEST = Pattern.compile("[0-9a-f-]{36}");
  private static final int LONGEST = 450;

  private CommandReader() {}

  /** The button's words that confirm a request to join. */
  static String confirming(String request) {
    return CONFIRM_JOIN + request;
  }

  /** The command in a message; empty if it is none. */
  static Optional<Command> read(Incoming.Asked asked) {
    Optional<Matcher> post = match(CHECK_POST, asked.text());
    if (post.isPresent()) {
      return post.map(CommandReader::checkPost);
    }
    if (asked.text().length() > LONGEST) {
      return Optional.empty();
    }
    String text = asked.text().replaceAll("\\s+", " ").strip().replaceFirst("[.!]$", "");
    String folded = text.toLowerCase(Locale.ROOT);
    return Optional.ofNullable(WHOLE.get(folded))
        .or(() -> code(text))
        .or(() -> match(CAMPAIGN, folded).flatMap(CommandReader::campaign))
        .or(() -> match(IMPORT, text).map(found -> new Command.ImportPeople(found.group(1))))
        .or(() -> match(PREVIEW_FOR, text).map(found -> previewFor(asked.mentioned(), found)))
        .or(() -> match(PAUSE, text).map(found -> new Command.Pause(found.group(1).strip())))
        .or(() -> role(asked.mentioned(), text))
        .or(() -> AdminTask.read(folded).map(Command.Admin::new))
        .or(() -> match(FREEZE, text).map(found -> new Command.Freeze(found.group(1).strip())))
        .or(() -> confirmed(folded));
  }

  /** A post keeps its lines. */
  private static Command checkPost(Matcher found) {
    Optional<Platform> platform =
        Optional.ofNullable(found.group(1))
            .map(named -> named.toUpperCase(Locale.ROOT))
            .map(named -> named.equals("TWITTER") ? Platform.X : Platform.valueOf(named));
    return new Command.CheckPost(platform, found.group(2).strip());
  }

  private static Optional<Command> campaign(Matcher found) {
    return CampaignStep.of(found.group(1)).map(step -> new Command.Campaign(step, found.group(2)));
  }

  private static Command previewFor(List<Address> mentioned, Matcher found) {
    return new Command.PreviewCampaign(
        found.group(1).toLowerCase(Locale.ROOT), who(mentioned, found.group(2)));
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
