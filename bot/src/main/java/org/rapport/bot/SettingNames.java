package org.rapport.bot;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** The names of everything that can be set. */
final class SettingNames {
  /** Names that this version reads. */
  static final List<String> USED =
      List.of(
          "PORT",
          "HOST",
          "RAPPORT_DATA",
          "DATABASE_URL",
          "SLACK_SIGNING_SECRET",
          "SLACK_BOT_TOKEN",
          "SLACK_CLIENT_ID",
          "SLACK_CLIENT_SECRET",
          "SLACK_API_URL",
          "SLACK_APP_TOKEN",
          "MicrosoftAppId",
          "MicrosoftAppPassword",
          "MicrosoftAppTenantId",
          "MicrosoftAppType",
          "BotOpenIdMetadata",
          "MICROSOFT_LOGIN_URL",
          "RAPPORT_TEAMS_TENANTS",
          "RAPPORT_CONTACT",
          "RAPPORT_PUBLIC_URL",
          "RAPPORT_ASKS_PER_MINUTE",
          "RAPPORT_KEEP_QUESTIONS_DAYS",
          "RAPPORT_ADMINS",
          "RAPPORT_KEYS",
          "RAPPORT_METRICS_PORT",
          "RAPPORT_DEV");

  /** Names that are right but do nothing in this version. */
  static final List<String> NOT_USED_YET = List.of("HTTPS_PROXY", "RAPPORT_TRUSTSTORE");

  /** The name of the file with more settings; only the environment can say it. */
  static final String FILE = "RAPPORT_CONFIG";

  private static final LevenshteinDistance DISTANCE = LevenshteinDistance.getDefaultInstance();

  private SettingNames() {}

  static Stream<String> all() {
    return Stream.concat(USED.stream(), NOT_USED_YET.stream());
  }

  static boolean known(String name) {
    return USED.contains(name) || NOT_USED_YET.contains(name);
  }

  /** Whether a name in the environment is meant for Rapport, rightly spelt or not. */
  static boolean ours(String name) {
    return name.regionMatches(true, 0, "RAPPORT_", 0, 8)
        || all().anyMatch(known -> known.startsWith("Microsoft") && known.equalsIgnoreCase(name));
  }

  /** The known name that an unknown one was likely meant to be. */
  static Optional<String> meant(String unknown) {
    int near = Math.max(2, unknown.length() / 3);
    return Stream.concat(all(), Stream.of(FILE))
        .filter(known -> distance(known, unknown) <= near)
        .min(Comparator.comparingInt(known -> distance(known, unknown)));
  }

  private static int distance(String known, String unknown) {
    return DISTANCE.apply(known.toUpperCase(Locale.ROOT), unknown.toUpperCase(Locale.ROOT));
  }
}
