package org.rapport.bot;

import java.net.URI;
import java.util.Optional;
import org.rapport.bot.Settings.Slack;
import org.rapport.bot.Settings.SlackAccess;

/** The settings of Slack: an app for one workspace, or one that many install. */
final class SlackSettings {
  private static final URI API = URI.create("https://slack.com/api/");
  private static final String SECRET = "SLACK_SIGNING_SECRET";
  private static final String TOKEN = "SLACK_BOT_TOKEN";
  private static final String CLIENT = "SLACK_CLIENT_ID";
  private static final String CLIENT_SECRET = "SLACK_CLIENT_SECRET";
  private static final String APP_TOKEN = "SLACK_APP_TOKEN";

  private final Variables variables;

  SlackSettings(Variables variables) {
    this.variables = variables;
  }

  /**
   * Reads them; empty if Slack is off.
   *
   * @param publicUrl where Slack sends those who install back to
   */
  Optional<Slack> read(URI publicUrl) {
    URI api =
        variables.address(
            "SLACK_API_URL",
            API,
            uri -> uri.getPath().endsWith("/api/") && uri.getQuery() == null,
            Variables.HTTPS + " that ends in /api/");
    Optional<String> secret = variables.token(SECRET);
    Optional<SlackAccess> access = oneWorkspace().or(() -> installs(publicUrl));
    if (secret.isPresent() && !hasAccess()) {
      variables.problem(
          SECRET
              + " is set, but neither "
              + TOKEN
              + " (for one workspace) nor "
              + CLIENT
              + " and "
              + CLIENT_SECRET
              + " (for many) are");
    }
    if (secret.isEmpty() && hasAccess()) {
      variables.problem(
          (variables.has(TOKEN) ? TOKEN : CLIENT)
              + " is set but "
              + SECRET
              + " is not: Slack needs both");
    }
    Optional<String> appToken = variables.token(APP_TOKEN);
    if (appToken.isPresent() && secret.isEmpty()) {
      variables.problem(APP_TOKEN + " is set but " + SECRET + " is not: Slack needs both");
    }
    return secret.flatMap(given -> access.map(how -> new Slack(given, how, api, appToken)));
  }

  private boolean hasAccess() {
    return variables.has(TOKEN) || variables.has(CLIENT) || variables.has(CLIENT_SECRET);
  }

  private Optional<SlackAccess> oneWorkspace() {
    if (variables.has(TOKEN) && (variables.has(CLIENT) || variables.has(CLIENT_SECRET))) {
      variables.problem(
          "%s is for one workspace, %s and %s are for many: set only one of the two"
              .formatted(TOKEN, CLIENT, CLIENT_SECRET));
    }
    return variables.token(TOKEN).map(SlackAccess.OneWorkspace::new);
  }

  private Optional<SlackAccess> installs(URI publicUrl) {
    Optional<String> client = variables.token(CLIENT);
    Optional<String> secret = variables.token(CLIENT_SECRET);
    if (client.isPresent() != secret.isPresent()) {
      variables.problem(
          "%s is set but %s is not: installs need both"
              .formatted(
                  client.isPresent() ? CLIENT : CLIENT_SECRET,
                  client.isPresent() ? CLIENT_SECRET : CLIENT));
    }
    if (client.isPresent()
        && !"https".equals(publicUrl.getScheme())
        && !Loopback.is(publicUrl.getHost())) {
      variables.problem(
          CLIENT + " needs RAPPORT_PUBLIC_URL, the https address that Slack sends people back to");
    }
    return client.flatMap(id -> secret.map(word -> new SlackAccess.Installs(id, word)));
  }
}
