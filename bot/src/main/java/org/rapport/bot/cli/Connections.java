package org.rapport.bot.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.rapport.bot.Settings;

/** Tries the outside services with the settings that the server would use. */
final class Connections {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final ObjectMapper JSON = new ObjectMapper();

  private Connections() {}

  /** What the other side said. */
  record Answer(JsonNode body, HttpHeaders headers) {
    Optional<String> header(String name) {
      return headers.firstValue(name);
    }
  }

  static List<Finding> teams(Settings.Teams teams) {
    List<Finding> findings = new ArrayList<>();
    findings.add(keys(teams.openIdMetadata()));
    findings.add(
        teams.appId().isEmpty()
            ? Finding.right("Teams: no app id, so only the Agents Playground can connect")
            : token(teams));
    return findings;
  }

  private static Finding keys(URI metadata) {
    try {
      return send(HttpRequest.newBuilder(metadata)).body().has("jwks_uri")
          ? Finding.right("Teams: Microsoft's keys can be fetched")
          : Finding.wrong(
              "Teams: no keys at BotOpenIdMetadata; leave it unset for Microsoft's own");
    } catch (IOException e) {
      return Finding.wrong("Teams: " + unreachable(metadata, e));
    }
  }

  private static Finding token(Settings.Teams teams) {
    String tenant = teams.singleTenant() ? teams.tenant().orElseThrow() : "botframework.com";
    URI address = URI.create(teams.loginUrl() + "/" + encoded(tenant) + "/oauth2/v2.0/token");
    String form =
        "grant_type=client_credentials&scope=https%3A%2F%2Fapi.botframework.com%2F.default"
            + ("&client_id=" + encoded(teams.appId()))
            + ("&client_secret=" + encoded(teams.appPassword()));
    try {
      JsonNode answer =
          send(HttpRequest.newBuilder(address)
                  .header("Content-Type", "application/x-www-form-urlencoded")
                  .POST(BodyPublishers.ofString(form)))
              .body();
      return answer.has("access_token")
          ? Finding.right("Teams: Microsoft gives a token for the app id and password")
          : Finding.wrong(
              "Teams: Microsoft gives no token (%s); check MicrosoftAppId, MicrosoftAppPassword, MicrosoftAppTenantId and MicrosoftAppType"
                  .formatted(code(answer, "error")));
    } catch (IOException e) {
      return Finding.wrong("Teams: " + unreachable(address, e));
    }
  }

  static Answer send(HttpRequest.Builder request) throws IOException {
    try (HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
      HttpResponse<InputStream> response =
          client.send(request.timeout(PATIENCE).build(), BodyHandlers.ofInputStream());
      return new Answer(JSON.readTree(response.body()), response.headers());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  static String unreachable(URI address, IOException failure) {
    return "no usable answer from %s (%s); check the network, the proxy and the address"
        .formatted(address.getHost(), failure.getClass().getSimpleName());
  }

  /** A short code of the other side's, and nothing else that it may have written. */
  static String code(JsonNode answer, String name) {
    return plain(answer.path(name).asText(""));
  }

  /** A name or code, if it is no more than that. */
  static String plain(String text) {
    return text.matches("[\\w .-]{1,60}") ? text : "no reason given";
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
