package org.rapport.bot;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.rapport.bot.channel.Address;
import org.rapport.bot.keys.Keys;

/**
 * Everything that can be set, checked. The names of the variables are in the README.
 *
 * @param host where Jetty listens; a loopback address unless set
 * @param port where Jetty listens; 0 picks a free one
 * @param data folder for database, index and uploads
 * @param databaseUrl JDBC URL; empty for the embedded database in {@code data}
 * @param publicUrl the address that people come back to
 * @param contact whom an unsure answer names
 * @param asksPerMinute how many questions a person may ask in a minute; 0 for no limit
 * @param keepQuestions how long questions are kept for improving guidance
 * @param metricsPort where metrics and health are, if not on the main port
 * @param dev try page and Playground; loopback only
 * @param admins whose documents are taken in for their organisation
 * @param keys what seals secrets in the database; empty for those in {@code data}
 * @param slack empty when Slack is off
 * @param teams empty when Teams is off
 */
public record Settings(
    String host,
    int port,
    Path data,
    Optional<String> databaseUrl,
    URI publicUrl,
    Contact contact,
    int asksPerMinute,
    Duration keepQuestions,
    OptionalInt metricsPort,
    boolean dev,
    Set<Address> admins,
    Optional<Keys> keys,
    Optional<Slack> slack,
    Optional<Teams> teams) {
  public Settings {
    admins = Set.copyOf(admins);
  }

  /** Without the database's address, which may hold a password. */
  @Override
  public String toString() {
    return "Settings[host=%s, port=%d, data=%s, dev=%s, slack=%s, teams=%s]"
        .formatted(host, port, data, dev, slack, teams);
  }

  /** Whom to ask when the guidance does not answer: words, and a link or channel. */
  public record Contact(String words, Optional<URI> link) {}

  /**
   * A Slack app.
   *
   * @param signingSecret never blank
   * @param apiUrl base of the Web API, ends in {@code /api/}
   * @param appToken opens a socket that requests come by (Socket Mode); empty if they come by HTTP
   */
  public record Slack(
      String signingSecret, SlackAccess access, URI apiUrl, Optional<String> appToken) {

    /** Requests come by HTTP. */
    public Slack(String signingSecret, SlackAccess access, URI apiUrl) {
      this(signingSecret, access, apiUrl, Optional.empty());
    }

    @Override
    public String toString() {
      return "Slack[access=" + access + ", apiUrl=" + apiUrl + "]";
    }
  }

  /** How the bot may speak in Slack. No value is ever blank, and none is printed. */
  public sealed interface SlackAccess {
    /** In one workspace, by the token that the app's page shows. */
    record OneWorkspace(String botToken) implements SlackAccess {
      @Override
      public String toString() {
        return "one workspace";
      }
    }

    /** In every workspace that installs it. */
    record Installs(String clientId, String clientSecret) implements SlackAccess {
      @Override
      public String toString() {
        return "installs";
      }
    }
  }

  /**
   * A Bot Framework bot.
   *
   * @param appId empty only on loopback in dev
   * @param appPassword empty only on loopback in dev
   * @param tenant the app's own tenant; set for a single-tenant bot
   * @param singleTenant whether tokens come from {@code tenant} only
   * @param allowedTenants whose people are answered; a single-tenant bot's own tenant, or a list
   * @param openIdMetadata where the keys are that sign what comes in
   * @param loginUrl base of the log-in service
   */
  public record Teams(
      String appId,
      String appPassword,
      Optional<String> tenant,
      boolean singleTenant,
      Set<String> allowedTenants,
      URI openIdMetadata,
      URI loginUrl) {
    public Teams {
      allowedTenants = Set.copyOf(allowedTenants);
    }

    @Override
    public String toString() {
      return "Teams[appId=" + appId + ", singleTenant=" + singleTenant + "]";
    }
  }

  /** One or more settings are unknown or wrong; a line each says which and what was expected. */
  public static final class Invalid extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final List<String> problems;

    /**
     * @param problems one plain line a problem, never with a secret in it
     */
    public Invalid(List<String> problems) {
      super(String.join(System.lineSeparator(), problems));
      this.problems = List.copyOf(problems);
    }

    /** One plain line a problem. */
    public List<String> problems() {
      return problems;
    }
  }
}
