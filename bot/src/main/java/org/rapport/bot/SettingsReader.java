package org.rapport.bot;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.rapport.bot.Settings.Contact;
import org.rapport.bot.Settings.Teams;
import org.rapport.bot.channel.Address;
import org.rapport.bot.keys.Keys;

/** Reads and checks the settings; every mistake is told, one line each. */
public final class SettingsReader {
  private static final URI BOT_KEYS =
      URI.create("https://login.botframework.com/v1/.well-known/openidconfiguration");
  private static final URI LOGIN = URI.create("https://login.microsoftonline.com");

  private static final String FILE = "file:";

  private final Variables variables;
  private final SlackSettings slack;
  private final Path home;

  /**
   * @param environment the variables of the process
   * @param home the folder that holds the data folder unless one is set
   */
  public SettingsReader(Map<String, String> environment, Path home) {
    this.variables = new Variables(environment);
    this.slack = new SlackSettings(variables);
    this.home = home;
  }

  /** The settings of this process. */
  public static SettingsReader ofThisProcess() {
    return new SettingsReader(System.getenv(), Path.of(System.getProperty("rapport.home", "")));
  }

  /** The settings, if nothing about them is wrong; otherwise throws {@link Settings.Invalid}. */
  public Settings read() {
    String host = host();
    int port = variables.number("PORT", 0, 65_535, 3000);
    boolean dev = dev(host);
    URI publicUrl =
        variables.address("RAPPORT_PUBLIC_URL", here(host, port), uri -> true, Variables.HTTPS);
    Settings settings =
        new Settings(
            host,
            port,
            data(),
            databaseUrl(),
            publicUrl,
            contact(),
            variables.number("RAPPORT_ASKS_PER_MINUTE", 0, 10_000, 20),
            Duration.ofDays(variables.number("RAPPORT_KEEP_QUESTIONS_DAYS", 0, 3650, 90)),
            variables.number("RAPPORT_METRICS_PORT", 0, 65_535),
            dev,
            admins(),
            keys(),
            slack.read(publicUrl),
            teams(dev));
    settings.metricsPort().ifPresent(metrics -> checkApart(metrics, port));
    List<String> problems = variables.problems();
    if (!problems.isEmpty()) {
      throw new Settings.Invalid(problems);
    }
    return settings;
  }

  /** One line for each setting that is right but does nothing in this version. */
  public List<String> notUsedYet() {
    Stream<String> mail =
        adminList().hasMail()
            ? Stream.of("the e-mail addresses in RAPPORT_ADMINS")
            : Stream.empty();
    return Stream.concat(SettingNames.NOT_USED_YET.stream().filter(variables::has), mail)
        .map(name -> "This version does not use " + name + " yet")
        .toList();
  }

  private String host() {
    String host = variables.text("HOST").orElse("127.0.0.1");
    if (host.matches("[A-Za-z0-9._-]+|[0-9A-Fa-f:.]+")) {
      return host;
    }
    variables.problem("HOST must be the name or address that the web server listens on");
    return "127.0.0.1";
  }

  private boolean dev(String host) {
    boolean dev = variables.flag("RAPPORT_DEV");
    if (dev && !Loopback.is(host)) {
      variables.problem(
          "RAPPORT_DEV=true opens pages without sign-in, so HOST must be a loopback address such"
              + " as 127.0.0.1");
    }
    return dev && Loopback.is(host);
  }

  private Path data() {
    String folder = variables.text("RAPPORT_DATA").orElse("data");
    try {
      return home.resolve(folder).toAbsolutePath().normalize();
    } catch (InvalidPathException notAPath) {
      variables.problem("RAPPORT_DATA must be the path of a folder");
      return home;
    }
  }

  private Optional<String> databaseUrl() {
    Optional<String> url = variables.text("DATABASE_URL");
    if (url.isPresent() && !isJdbc(url.get())) {
      variables.problem(
          "DATABASE_URL must be jdbc:postgresql://HOST/DATABASE?user=NAME&password=WORD or"
              + " jdbc:sqlite:FILE without options");
    }
    return url;
  }

  private static boolean isJdbc(String url) {
    return url.startsWith("jdbc:postgresql:") || url.matches("jdbc:sqlite:[^?:]+");
  }

  private static URI here(String host, int port) {
    return URI.create("http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + port);
  }

  private Contact contact() {
    String words = variables.text("RAPPORT_CONTACT").orElse("the comms team");
    int lastSpace = words.lastIndexOf(' ');
    String last = words.substring(lastSpace + 1);
    if (!last.startsWith("https://") && !last.startsWith("mailto:")) {
      return new Contact(words, Optional.empty());
    }
    try {
      if (lastSpace > 0) {
        return new Contact(words.substring(0, lastSpace).strip(), Optional.of(URI.create(last)));
      }
    } catch (IllegalArgumentException notAnAddress) {
      // Told below.
    }
    variables.problem(
        "RAPPORT_CONTACT must be words, and after them, if you like, one https or mailto address");
    return new Contact(words, Optional.empty());
  }

  private void checkApart(int metrics, int port) {
    if (metrics == port && port != 0) {
      variables.problem("RAPPORT_METRICS_PORT must be another port than PORT");
    }
  }

  private Set<Address> admins() {
    AdminList list = adminList();
    for (int place : list.wrong()) {
      variables.problem(
          "RAPPORT_ADMINS must be names with commas between them, and number %d is none of"
                  .formatted(place)
              + " slack:TEAM/USER, teams:TENANT/AADID or an e-mail address");
    }
    return list.admins();
  }

  private AdminList adminList() {
    return AdminList.of(variables.text("RAPPORT_ADMINS").orElse(""));
  }

  /** Keys, or {@code file:} and the path of a file with keys. */
  private Optional<Keys> keys() {
    try {
      Optional<String> value = variables.text("RAPPORT_KEYS");
      return value.isEmpty() ? Optional.empty() : Optional.of(keys(value.get()));
    } catch (IOException | InvalidPathException unreadable) {
      variables.problem("RAPPORT_KEYS names a file that is not there or cannot be read");
    } catch (IllegalArgumentException noKeys) {
      variables.problem("RAPPORT_KEYS cannot be used. " + noKeys.getMessage());
    }
    return Optional.empty();
  }

  private static Keys keys(String value) throws IOException {
    return Keys.of(
        value.startsWith(FILE) ? Files.readString(Path.of(value.substring(FILE.length()))) : value);
  }

  private Optional<Teams> teams(boolean dev) {
    URI keys = variables.address("BotOpenIdMetadata", BOT_KEYS, uri -> true, Variables.HTTPS);
    URI login = variables.address("MICROSOFT_LOGIN_URL", LOGIN, uri -> true, Variables.HTTPS);
    Optional<String> id = variables.token("MicrosoftAppId");
    Optional<String> password = variables.token("MicrosoftAppPassword");
    if (id.isEmpty()) {
      Stream.of("MicrosoftAppPassword", "MicrosoftAppTenantId", "RAPPORT_TEAMS_TENANTS")
          .filter(variables::has)
          .forEach(name -> variables.problem(name + " is set but MicrosoftAppId is not"));
      return dev
          ? Optional.of(new Teams("", "", Optional.empty(), false, Set.of(), keys, login))
          : Optional.empty();
    }
    if (password.isEmpty()) {
      variables.problem("MicrosoftAppId is set but MicrosoftAppPassword is not");
    }
    Optional<String> tenant = variables.token("MicrosoftAppTenantId");
    String type = variables.text("MicrosoftAppType").orElse("SingleTenant");
    boolean single = type.equalsIgnoreCase("SingleTenant");
    if (!single && !type.equalsIgnoreCase("MultiTenant")) {
      variables.problem("MicrosoftAppType must be SingleTenant or MultiTenant");
      return Optional.empty();
    }
    Set<String> allowed = single ? ownTenant(tenant) : listedTenants();
    return Optional.of(
        new Teams(id.get(), password.orElse(""), tenant, single, allowed, keys, login));
  }

  private Set<String> ownTenant(Optional<String> own) {
    if (own.isEmpty()) {
      variables.problem("MicrosoftAppType SingleTenant needs MicrosoftAppTenantId");
    }
    if (variables.has("RAPPORT_TEAMS_TENANTS")) {
      variables.problem("RAPPORT_TEAMS_TENANTS is only for MicrosoftAppType MultiTenant");
    }
    return own.map(Set::of).orElse(Set.of());
  }

  private Set<String> listedTenants() {
    Set<String> listed =
        Arrays.stream(variables.text("RAPPORT_TEAMS_TENANTS").orElse("").split(","))
            .map(String::strip)
            .filter(tenant -> !tenant.isEmpty())
            .collect(Collectors.toSet());
    if (listed.isEmpty()) {
      variables.problem(
          "MicrosoftAppType MultiTenant needs RAPPORT_TEAMS_TENANTS: the ids of the tenants whose"
              + " people are answered, with commas between them");
    }
    return listed;
  }
}
