package org.rapport.bot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rapport.bot.channel.Address;

class SettingsReaderTest {
  private static final String SECRET = "s3cr3t-that-must-not-be-shown";

  @TempDir Path home;

  @Test
  void withNothingSetItServesOnLoopbackWithBothChannelsOff() {
    Settings settings = read();

    assertThat(settings.host()).isEqualTo("127.0.0.1");
    assertThat(settings.port()).isEqualTo(3000);
    assertThat(settings.data()).isEqualTo(home.resolve("data"));
    assertThat(settings.databaseUrl()).isEmpty();
    assertThat(settings.publicUrl()).isEqualTo(URI.create("http://127.0.0.1:3000"));
    assertThat(settings.contact().words()).isEqualTo("the comms team");
    assertThat(settings.asksPerMinute()).isEqualTo(20);
    assertThat(settings.keepQuestions()).isEqualTo(Duration.ofDays(90));
    assertThat(settings.metricsPort()).isEmpty();
    assertThat(settings.dev()).isFalse();
    assertThat(settings.slack()).isEmpty();
    assertThat(settings.teams()).isEmpty();
  }

  @Test
  void blankValuesCountAsNotSet() {
    Settings settings = read("SLACK_SIGNING_SECRET", " ", "SLACK_BOT_TOKEN", "", "PORT", "");

    assertThat(settings.slack()).isEmpty();
    assertThat(settings.port()).isEqualTo(3000);
  }

  @Test
  void slackNeedsItsTwoValuesAndUsesSlacksOwnAddress() {
    Settings settings = read("SLACK_SIGNING_SECRET", SECRET, "SLACK_BOT_TOKEN", "xoxb-1");

    assertThat(settings.slack().orElseThrow())
        .isEqualTo(
            new Settings.Slack(
                SECRET,
                new Settings.SlackAccess.OneWorkspace("xoxb-1"),
                URI.create("https://slack.com/api/")));
  }

  @Test
  void slackIsInstalledByManyWithAClientIdAndItsSecret() {
    Settings settings =
        read("SLACK_SIGNING_SECRET", SECRET, "SLACK_CLIENT_ID", "1.2", "SLACK_CLIENT_SECRET", "s");

    assertThat(settings.slack().orElseThrow().access())
        .isEqualTo(new Settings.SlackAccess.Installs("1.2", "s"));
    assertThat(settings.toString()).doesNotContain(SECRET, "1.2");
  }

  @Test
  void installsNeedAllThatBelongsToThem() {
    assertThat(problems("SLACK_SIGNING_SECRET", SECRET, "SLACK_CLIENT_ID", "1.2"))
        .containsExactly(
            "SLACK_CLIENT_ID is set but SLACK_CLIENT_SECRET is not: installs need both");
    assertThat(problems("SLACK_CLIENT_ID", "1.2", "SLACK_CLIENT_SECRET", SECRET))
        .containsExactly(
            "SLACK_CLIENT_ID is set but SLACK_SIGNING_SECRET is not: Slack needs both");
    assertThat(
            problems(
                "SLACK_SIGNING_SECRET", SECRET,
                "SLACK_CLIENT_ID", "1.2",
                "SLACK_CLIENT_SECRET", SECRET,
                "SLACK_BOT_TOKEN", SECRET))
        .singleElement()
        .asString()
        .contains("set only one of the two");
    assertThat(
            problems(
                "HOST",
                "0.0.0.0",
                "SLACK_SIGNING_SECRET",
                SECRET,
                "SLACK_CLIENT_ID",
                "1.2",
                "SLACK_CLIENT_SECRET",
                SECRET))
        .singleElement()
        .asString()
        .contains("RAPPORT_PUBLIC_URL");
  }

  @Test
  void keysAreReadFromTheVariableOrAFile() throws IOException {
    String key = "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=";
    Path file = Files.writeString(home.resolve("keys"), "# ours\n" + key + "\n");
    String sealed = read("RAPPORT_KEYS", key).keys().orElseThrow().seal("c", "text");

    assertThat(read("RAPPORT_KEYS", "file:" + file).keys().orElseThrow().open("c", sealed))
        .isEqualTo("text");
    assertThat(read().keys()).isEmpty();
    assertThat(problems("RAPPORT_KEYS", SECRET))
        .singleElement()
        .asString()
        .startsWith("RAPPORT_KEYS cannot be used. It must be keys of 32 random bytes")
        .doesNotContain(SECRET);
    assertThat(problems("RAPPORT_KEYS", "file:" + home.resolve("absent")))
        .containsExactly("RAPPORT_KEYS names a file that is not there or cannot be read");
  }

  @Test
  void aBlankSigningSecretWithABotTokenIsRefused() {
    assertThat(problems("SLACK_SIGNING_SECRET", "  ", "SLACK_BOT_TOKEN", "xoxb-1"))
        .containsExactly(
            "SLACK_BOT_TOKEN is set but SLACK_SIGNING_SECRET is not: Slack needs both");
  }

  @Test
  void aSigningSecretAloneIsRefused() {
    assertThat(problems("SLACK_SIGNING_SECRET", SECRET))
        .containsExactly(
            "SLACK_SIGNING_SECRET is set, but neither SLACK_BOT_TOKEN (for one workspace) nor"
                + " SLACK_CLIENT_ID and SLACK_CLIENT_SECRET (for many) are");
  }

  @Test
  void everyProblemIsToldAtOnceWithoutAnyValue() {
    List<String> problems =
        problems(
            "PORT", SECRET,
            "HOST", "0.0.0.0",
            "RAPPORT_DEV", "true",
            "SLACK_BOT_TOKEN", SECRET + " ",
            "DATABASE_URL", "postgres://rapport:" + SECRET + "@db/rapport",
            "RAPPORT_PUBLIC_URL", "http://" + SECRET + ".example",
            "MicrosoftAppPassword", SECRET + "\u0007");

    assertThat(problems).hasSize(7).noneMatch(line -> line.contains(SECRET));
    assertThat(problems).allMatch(line -> line.lines().count() == 1);
  }

  @ParameterizedTest
  @CsvSource({
    "RAPPORT_METRIC_PORT, RAPPORT_METRICS_PORT",
    "RAPPORT_DATAA, RAPPORT_DATA",
    "RAPPORT_dev, RAPPORT_DEV",
    "MICROSOFTAPPID, MicrosoftAppId",
    "RAPPORT_KEEP_QUESTION_DAYS, RAPPORT_KEEP_QUESTIONS_DAYS",
    "RAPPORT_CONFG, RAPPORT_CONFIG",
  })
  void anUnknownNameIsRefusedWithTheNearestKnownOne(String unknown, String known) {
    assertThat(problems(unknown, "x"))
        .containsExactly(unknown + " is not a setting of Rapport; did you mean " + known + "?");
  }

  @Test
  void variablesOfOtherProgramsAreNoneOfOurBusiness() {
    assertThat(read("PATH", "/bin", "SLACK_TOKEN", "x", "https_proxy", "http://p").slack())
        .isEmpty();
  }

  @Test
  void settingsThatDoNothingYetAreAcceptedAndNamed() {
    SettingsReader reader =
        reader("RAPPORT_TRUSTSTORE", "trusted", "HTTPS_PROXY", "http://proxy:1");

    assertThat(reader.read().slack()).isEmpty();
    assertThat(reader.notUsedYet())
        .containsExactly(
            "This version does not use HTTPS_PROXY yet",
            "This version does not use RAPPORT_TRUSTSTORE yet");
  }

  @Test
  void anAppTokenIsForASlackThatIsOn() {
    assertThat(
            read(
                    "SLACK_SIGNING_SECRET",
                    SECRET,
                    "SLACK_BOT_TOKEN",
                    "x",
                    "SLACK_APP_TOKEN",
                    "xapp-1")
                .slack()
                .orElseThrow()
                .appToken())
        .hasValue("xapp-1");
    assertThat(problems("SLACK_APP_TOKEN", SECRET))
        .containsExactly(
            "SLACK_APP_TOKEN is set but SLACK_SIGNING_SECRET is not: Slack needs both");
  }

  @Test
  void adminsAreNamedByTheirChannel() {
    SettingsReader reader =
        reader(
            "RAPPORT_ADMINS", "slack:T0TRUST/U0CHIEF, teams:tenant-one/6A1c-9f ,ama@trust.nhs.uk,");

    assertThat(reader.read().admins())
        .containsExactlyInAnyOrder(
            new Address(Address.Kind.SLACK, "T0TRUST", "U0CHIEF"),
            new Address(Address.Kind.TEAMS, "tenant-one", "6a1c-9f"));
    assertThat(reader.notUsedYet())
        .containsExactly("This version does not use the e-mail addresses in RAPPORT_ADMINS yet");
    assertThat(read().admins()).isEmpty();
    assertThat(reader("RAPPORT_ADMINS", "slack:T0TRUST/U0CHIEF").notUsedYet()).isEmpty();
  }

  @Test
  void everyWrongAdminIsToldByItsPlaceWithoutItsName() {
    List<String> problems =
        problems("RAPPORT_ADMINS", "slack:T1/U1, " + SECRET + ", teams:one/29:x, slack:U1/T1");

    assertThat(problems).hasSize(3).noneMatch(line -> line.contains(SECRET));
    assertThat(problems.getFirst())
        .startsWith("RAPPORT_ADMINS ")
        .contains("number 2", "slack:TEAM/USER", "teams:TENANT/AADID", "e-mail");
  }

  @ParameterizedTest
  @ValueSource(strings = {"localhost", "127.0.0.1", "127.9.9.9", "::1"})
  void devIsForLoopbackAndTurnsOnTeamsForThePlayground(String host) {
    Settings settings = read("RAPPORT_DEV", "true", "HOST", host);

    assertThat(settings.dev()).isTrue();
    assertThat(settings.teams().orElseThrow().appId()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.0.0.0", "::", "192.168.1.4", "127.0.0.1.example.org", "rapport"})
  void devIsRefusedOnAnyOtherHost(String host) {
    assertThat(problems("RAPPORT_DEV", "true", "HOST", host)).hasSize(1);
  }

  @Test
  void withoutDevTeamsIsOffWhenItHasNoAppId() {
    assertThat(read("HOST", "127.0.0.1").teams()).isEmpty();
    assertThat(problems("MicrosoftAppPassword", SECRET))
        .containsExactly("MicrosoftAppPassword is set but MicrosoftAppId is not");
  }

  @Test
  void aSingleTenantBotAnswersItsOwnTenant() {
    Settings.Teams teams =
        read("MicrosoftAppId", "app", "MicrosoftAppPassword", "p", "MicrosoftAppTenantId", "home")
            .teams()
            .orElseThrow();

    assertThat(teams.singleTenant()).isTrue();
    assertThat(teams.allowedTenants()).containsExactly("home");
    assertThat(teams.loginUrl()).isEqualTo(URI.create("https://login.microsoftonline.com"));
  }

  @Test
  void aSingleTenantBotNeedsItsTenant() {
    assertThat(problems("MicrosoftAppId", "app", "MicrosoftAppPassword", "p"))
        .containsExactly("MicrosoftAppType SingleTenant needs MicrosoftAppTenantId");
  }

  @Test
  void aMultiTenantBotAnswersOnlyListedTenants() {
    Settings.Teams teams =
        read(
                "MicrosoftAppId", "app",
                "MicrosoftAppPassword", "p",
                "MicrosoftAppType", "MultiTenant",
                "RAPPORT_TEAMS_TENANTS", "north, south,")
            .teams()
            .orElseThrow();

    assertThat(teams.singleTenant()).isFalse();
    assertThat(teams.allowedTenants()).containsExactlyInAnyOrder("north", "south");
  }

  @ParameterizedTest
  @CsvSource({"MultiTenant,''", "MultiTenant,' , '", "UserAssignedMSI,north"})
  void anOpenOrUnknownKindOfBotIsRefused(String type, String tenants) {
    assertThat(
            problems(
                "MicrosoftAppId",
                "app",
                "MicrosoftAppPassword",
                "p",
                "MicrosoftAppType",
                type,
                "RAPPORT_TEAMS_TENANTS",
                tenants))
        .hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "SLACK_API_URL, https://slack.example/api",
    "SLACK_API_URL, http://slack.example/api/",
    "SLACK_API_URL, ftp://127.0.0.1/api/",
    "SLACK_API_URL, https://",
    "MICROSOFT_LOGIN_URL, http://login.example",
    "BotOpenIdMetadata, http://keys.example/metadata",
    "BotOpenIdMetadata, https://name:word@keys.example/metadata",
    "RAPPORT_PUBLIC_URL, http://rapport.example",
    "RAPPORT_PUBLIC_URL, rapport.example",
    "DATABASE_URL, jdbc:mysql://db/rapport",
    "DATABASE_URL, jdbc:sqlite::memory:",
    "DATABASE_URL, jdbc:sqlite:file.db?journal_mode=OFF",
    "PORT, 65536",
    "PORT, -1",
    "PORT, 3000.0",
    "RAPPORT_METRICS_PORT, 3000",
    "RAPPORT_ASKS_PER_MINUTE, many",
    "RAPPORT_KEEP_QUESTIONS_DAYS, 3651",
    "RAPPORT_DEV, yes",
    "RAPPORT_CONTACT, https://intranet.example",
    "HOST, 127.0.0.1/x",
  })
  void aWrongValueIsRefusedByItsName(String name, String value) {
    assertThat(problems(name, value)).singleElement().asString().startsWith(name + " ");
  }

  @ParameterizedTest
  @CsvSource({
    "SLACK_API_URL, http://127.0.0.1:9/api/",
    "MICROSOFT_LOGIN_URL, http://localhost:9",
    "BotOpenIdMetadata, http://[::1]:9/keys",
    "RAPPORT_PUBLIC_URL, https://rapport.example",
    "DATABASE_URL, jdbc:postgresql://db/rapport?user=a&password=b",
    "DATABASE_URL, jdbc:sqlite:/var/lib/rapport.db",
    "RAPPORT_METRICS_PORT, 9090",
    "RAPPORT_KEEP_QUESTIONS_DAYS, 0",
  })
  void aRightValueIsTaken(String name, String value) {
    assertThat(read(name, value)).isNotNull();
  }

  @Test
  void theContactIsWordsAndALink() {
    Settings.Contact contact =
        read("RAPPORT_CONTACT", "Ama in communications https://intranet.example/comms").contact();

    assertThat(contact.words()).isEqualTo("Ama in communications");
    assertThat(contact.link()).contains(URI.create("https://intranet.example/comms"));
    assertThat(read("RAPPORT_CONTACT", "#ask-comms").contact().link()).isEmpty();
  }

  @Test
  void aFileGivesTheSameSettingsAndTheEnvironmentWins() throws IOException {
    Path file = given("PORT = 4000\nRAPPORT_CONTACT = \"Ama\"\nRAPPORT_DEV = true\n");

    Settings settings = read("RAPPORT_CONFIG", file.toString(), "PORT", "5000");

    assertThat(settings.port()).isEqualTo(5000);
    assertThat(settings.contact().words()).isEqualTo("Ama");
    assertThat(settings.dev()).isTrue();
  }

  @Test
  void anUnknownNameInTheFileIsRefused() throws IOException {
    Path file = given("SLACK_SIGNING_SECRT = \"" + SECRET + "\"\nPORT = [1]\n");

    assertThat(problems("RAPPORT_CONFIG", file.toString()))
        .containsExactlyInAnyOrder(
            file
                + ": SLACK_SIGNING_SECRT is not a setting of Rapport; did you mean"
                + " SLACK_SIGNING_SECRET?",
            file + ": PORT must be one plain value");
  }

  @Test
  void aBrokenFileIsNamedByItsLineAndNotQuoted() throws IOException {
    Path file = given("PORT = 4000\nSLACK_BOT_TOKEN = \"" + SECRET + "\n");

    assertThat(problems("RAPPORT_CONFIG", file.toString()))
        .singleElement()
        .asString()
        .startsWith(file + " line 2")
        .doesNotContain(SECRET);
  }

  @Test
  void aFileThatIsNotThereIsRefused() {
    assertThat(problems("RAPPORT_CONFIG", home.resolve("absent.conf").toString()))
        .singleElement()
        .asString()
        .contains("absent.conf");
  }

  @Test
  void noSecretIsInThePrintedForm() {
    Settings settings =
        read(
            "SLACK_SIGNING_SECRET",
            SECRET,
            "SLACK_BOT_TOKEN",
            SECRET,
            "MicrosoftAppId",
            "app",
            "MicrosoftAppPassword",
            SECRET,
            "MicrosoftAppTenantId",
            "home",
            "DATABASE_URL",
            "jdbc:postgresql://db/rapport?password=" + SECRET);

    assertThat(settings.toString()).contains("app").doesNotContain(SECRET);
  }

  private Path given(String text) throws IOException {
    return Files.writeString(home.resolve("rapport.conf"), text);
  }

  private SettingsReader reader(String... namesAndValues) {
    Map<String, String> environment = new HashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      environment.put(namesAndValues[i], namesAndValues[i + 1]);
    }
    return new SettingsReader(environment, home);
  }

  private Settings read(String... namesAndValues) {
    return reader(namesAndValues).read();
  }

  private List<String> problems(String... namesAndValues) {
    return catchThrowableOfType(Settings.Invalid.class, () -> reader(namesAndValues).read())
        .problems();
  }
}
