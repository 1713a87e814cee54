package org.rapport.bot.campaign;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.rapport.bot.channel.Circle;

/** A channel, team or group of people in one line, as plans and the audit trail have it. */
final class CircleText {
  /** What to write in a plan, for saying what was expected. */
  static final String EXPECTED = "slack:TEAM/CHANNEL or teams:TENANT/TEAM";

  private static final Pattern SLACK =
      Pattern.compile("slack:([TE][A-Z0-9]{1,30})/([CG][A-Z0-9]{1,30})");
  private static final Pattern TEAMS =
      Pattern.compile("teams:([A-Za-z0-9-]{1,60})/(19:[A-Za-z0-9._@-]{1,200})");

  private CircleText() {}

  static String of(Circle circle) {
    return circle.channel().id() + ":" + circle.workspace() + "/" + circle.id();
  }

  /** The Slack channel, or team or group chat of Teams, that somebody wrote. */
  static Optional<Circle> read(String words) {
    Matcher slack = SLACK.matcher(words);
    if (slack.matches()) {
      return Optional.of(new Circle(Circle.Kind.CHANNEL, slack.group(1), slack.group(2)));
    }
    Matcher teams = TEAMS.matcher(words);
    return teams.matches()
        ? Optional.of(new Circle(Circle.Kind.TEAM, teams.group(1), teams.group(2)))
        : Optional.empty();
  }
}
