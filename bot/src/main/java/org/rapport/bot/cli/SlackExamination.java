package org.rapport.bot.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.rapport.bot.KeyChoice;
import org.rapport.bot.Settings;
import org.rapport.bot.Settings.SlackAccess;
import org.rapport.bot.channel.slack.SlackScopes;
import org.rapport.bot.channel.slack.install.Installed;
import org.rapport.bot.keys.Keys;
import org.rapport.bot.store.DataFolder;
import org.rapport.bot.store.Store;

/** Looks at Slack: the tokens, what they may do, and the keys that seal them. Changes nothing. */
final class SlackExamination {
  private static final String OFF =
      "Slack: off, as neither SLACK_SIGNING_SECRET and SLACK_BOT_TOKEN nor SLACK_CLIENT_ID are set";
  private static final String SCOPES = "x-oauth-scopes";

  private final Settings settings;
  private final KeyChoice choice;

  SlackExamination(Settings settings) {
    this.settings = settings;
    this.choice = new KeyChoice(settings);
  }

  List<Finding> findings() {
    if (settings.slack().isEmpty()) {
      return List.of(Finding.right(OFF));
    }
    Settings.Slack slack = settings.slack().get();
    List<Finding> findings =
        new ArrayList<>(
            switch (slack.access()) {
              case SlackAccess.OneWorkspace one -> oneWorkspace(slack, one.botToken());
              case SlackAccess.Installs _ -> installs(slack);
            });
    slack.appToken().ifPresent(token -> findings.add(socket(slack, token)));
    return findings;
  }

  /** Asks where the socket would be, and opens none. */
  private static Finding socket(Settings.Slack slack, String appToken) {
    try {
      JsonNode body = asked(slack, "apps.connections.open", appToken).body();
      return body.path("ok").asBoolean()
          ? Finding.right("Slack: the app token opens a socket (Socket Mode)")
          : Finding.wrong(
              "Slack: SLACK_APP_TOKEN is refused (%s); make one with the scope connections:write"
                  .formatted(Connections.code(body, "error")));
    } catch (IOException e) {
      return Finding.wrong("Slack: " + Connections.unreachable(slack.apiUrl(), e));
    }
  }

  private static Connections.Answer asked(Settings.Slack slack, String method, String token)
      throws IOException {
    return Connections.send(
        HttpRequest.newBuilder(slack.apiUrl().resolve(method))
            .header("Authorization", "Bearer " + token)
            .POST(BodyPublishers.noBody()));
  }

  private static List<Finding> oneWorkspace(Settings.Slack slack, String token) {
    return tried(
        slack,
        token,
        "the workspace",
        "copy SLACK_BOT_TOKEN anew from OAuth & Permissions",
        "take deploy/slack/manifest.yaml again and reinstall the app");
  }

  private List<Finding> installs(Settings.Slack slack) {
    List<Finding> findings = new ArrayList<>();
    if (choice.onOneDisk()) {
      findings.add(Finding.wrong("Slack: " + choice.onOneDiskOnly()));
    }
    try {
      Optional<Keys> keys = choice.read();
      findings.addAll(
          keys.isEmpty()
              ? List.of(Finding.right("Slack: no keys yet; serve makes them on its first start"))
              : installs(slack, keys.get()));
    } catch (RuntimeException broken) {
      findings.add(Finding.wrong("Slack: the installs or their keys cannot be read"));
    }
    return findings;
  }

  private List<Finding> installs(Settings.Slack slack, Keys keys) {
    DataFolder data = new DataFolder(settings.data());
    try (Store store = Store.open(data, settings.databaseUrl())) {
      List<Installed> all = Installed.all(store, keys, InstantSource.system());
      List<Finding> findings = new ArrayList<>();
      findings.add(Finding.right("Slack: installed in " + all.size() + " workspaces"));
      all.forEach(installed -> findings.addAll(examined(slack, installed)));
      return findings;
    }
  }

  private static List<Finding> examined(Settings.Slack slack, Installed installed) {
    String name = "%s (%s)".formatted(Connections.plain(installed.name()), installed.id());
    return switch (installed.token()) {
      case Installed.Token.Good good ->
          tried(
              slack,
              good.value(),
              name,
              "install it there again",
              "take deploy/slack/manifest.yaml again and install it there again");
      case Installed.Token.Expired _ ->
          List.of(
              Finding.wrong(
                  "Slack: the token of %s has ended; serve fetches a new one, or install it there again"
                      .formatted(name)));
      case Installed.Token.Unopened unopened ->
          List.of(
              Finding.wrong(
                  "Slack: %s. Put the missing key back, or install it there again"
                      .formatted(unopened.why())));
    };
  }

  private static List<Finding> tried(
      Settings.Slack slack, String token, String where, String mendToken, String mendScopes) {
    try {
      Connections.Answer answer = asked(slack, "auth.test", token);
      JsonNode body = answer.body();
      if (!body.path("ok").asBoolean()) {
        return List.of(
            Finding.wrong(
                "Slack: the bot token of %s is refused (%s); %s"
                    .formatted(where, Connections.code(body, "error"), mendToken)));
      }
      List<Finding> findings = new ArrayList<>();
      findings.add(
          Finding.right(
              "Slack: the bot token works in the workspace " + Connections.code(body, "team")));
      answer
          .header(SCOPES)
          .ifPresent(granted -> findings.addAll(missing(granted, where, mendScopes)));
      return findings;
    } catch (IOException e) {
      return List.of(Finding.wrong("Slack: " + Connections.unreachable(slack.apiUrl(), e)));
    }
  }

  private static List<Finding> missing(String granted, String where, String mend) {
    Set<String> scopes =
        Arrays.stream(granted.split(",")).map(String::strip).collect(Collectors.toSet());
    return SlackScopes.missing(scopes).stream()
        .map(missing -> missing(missing, where, mend))
        .toList();
  }

  private static Finding missing(SlackScopes scope, String where, String mend) {
    return scope.optional()
        ? Finding.right(
            "Slack: in %s the scope %s is left out, so there is no %s"
                .formatted(where, scope.scope(), scope.feature()))
        : Finding.wrong(
            "Slack: in %s the scope %s is missing, which %s needs; %s"
                .formatted(where, scope.scope(), scope.feature(), mend));
  }
}
