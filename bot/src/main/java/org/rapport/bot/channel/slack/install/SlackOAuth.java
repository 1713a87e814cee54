package org.rapport.bot.channel.slack.install;

import com.google.gson.JsonParseException;
import com.slack.api.Slack;
import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.request.oauth.OAuthV2AccessRequest.OAuthV2AccessRequestBuilder;
import com.slack.api.methods.response.oauth.OAuthV2AccessResponse;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.rapport.bot.Settings;
import org.rapport.bot.channel.slack.SlackScopes;

/** Slack's side of an install: where it is asked for, and what a code or refresh token gets. */
final class SlackOAuth {
  private static final Pattern ID = Pattern.compile("[A-Z0-9]{2,40}");
  private static final int LONGEST_NAME = 200;
  private static final long LONGEST_LIFE = Install.LONGEST_LIFE.toSeconds();

  private final Slack slack;
  private final URI apiUrl;
  private final Settings.SlackAccess.Installs app;
  private final URI redirect;
  private final InstantSource clock;

  /**
   * @param apiUrl base of the Web API, ends in {@code /api/}
   * @param redirect where Slack sends a person back to
   */
  SlackOAuth(
      Slack slack,
      URI apiUrl,
      Settings.SlackAccess.Installs app,
      URI redirect,
      InstantSource clock) {
    this.slack = slack;
    this.apiUrl = apiUrl;
    this.app = app;
    this.redirect = redirect;
    this.clock = clock;
  }

  /** What came of asking. */
  sealed interface Result {
    record Granted(Grant grant) implements Result {}

    /**
     * Nothing was granted.
     *
     * @param reason a short code
     */
    record Refused(String reason) implements Result {}
  }

  /** Slack's page that asks a person whether to install. */
  URI consentPage(String state) {
    return apiUrl.resolve(
        "../oauth/v2/authorize?client_id=%s&scope=%s&redirect_uri=%s&state=%s"
            .formatted(
                encoded(app.clientId()),
                encoded(SlackScopes.asked()),
                encoded(redirect.toString()),
                encoded(state)));
  }

  /** The page that opens the app in Slack. */
  URI appPage(Grant.Place place) {
    return apiUrl.resolve("../app_redirect?app=" + place.app() + "&team=" + place.id());
  }

  /** What the code of a person who agreed gets. */
  Result exchange(String code) {
    return ask(request -> request.code(code).redirectUri(redirect.toString()));
  }

  /** What a refresh token gets. */
  Result refresh(String refreshToken) {
    return ask(request -> request.grantType("refresh_token").refreshToken(refreshToken));
  }

  private Result ask(UnaryOperator<OAuthV2AccessRequestBuilder> what) {
    try {
      OAuthV2AccessResponse response =
          slack
              .methods()
              .oauthV2Access(request ->
                  what.apply(request.clientId(app.clientId()).clientSecret(app.clientSecret())));
      return response.isOk()
          ? granted(response)
          : new Result.Refused(Optional.ofNullable(response.getError()).orElse("unknown"));
    } catch (SlackApiException refused) {
      return new Result.Refused("http_" + refused.getResponse().code());
    } catch (IOException | JsonParseException lost) {
      return new Result.Refused("no_reply");
    }
  }

  private Result granted(OAuthV2AccessResponse response) {
    boolean gridWide = response.isEnterpriseInstall();
    OAuthV2AccessResponse.@Nullable Enterprise enterprise = response.getEnterprise();
    OAuthV2AccessResponse.@Nullable Team team = response.getTeam();
    Optional<String> grid = id(enterprise == null ? null : enterprise.getId());
    Optional<String> id = gridWide ? grid : id(team == null ? null : team.getId());
    Optional<String> botUser = id(response.getBotUserId());
    Optional<String> appId = id(response.getAppId());
    if (id.isEmpty()
        || botUser.isEmpty()
        || appId.isEmpty()
        || !"bot".equals(response.getTokenType())
        || response.getAccessToken() == null) {
      return new Result.Refused("garbled_reply");
    }
    String name = gridWide && enterprise != null ? enterprise.getName() : name(team);
    Grant.Place place =
        new Grant.Place(
            id.get(),
            grid,
            shortened(name),
            appId.get(),
            botUser.get(),
            Optional.ofNullable(response.getScope()).orElse(""),
            id(by(response)).orElse(""));
    return new Result.Granted(new Grant(place, response.getAccessToken(), renewal(response)));
  }

  private static @Nullable String name(OAuthV2AccessResponse.@Nullable Team team) {
    return team == null ? null : team.getName();
  }

  private static @Nullable String by(OAuthV2AccessResponse response) {
    return response.getAuthedUser() == null ? null : response.getAuthedUser().getId();
  }

  private Optional<Grant.Renewal> renewal(OAuthV2AccessResponse response) {
    return response.getRefreshToken() == null || response.getExpiresIn() == null
        ? Optional.empty()
        : Optional.of(
            new Grant.Renewal(
                response.getRefreshToken(),
                clock.instant().plusSeconds(Math.min(response.getExpiresIn(), LONGEST_LIFE))));
  }

  private static Optional<String> id(@Nullable String id) {
    return Optional.ofNullable(id).filter(it -> ID.matcher(it).matches());
  }

  private static String shortened(@Nullable String name) {
    String words = name == null ? "" : name;
    return words.substring(0, Math.min(words.length(), LONGEST_NAME));
  }

  private static String encoded(String words) {
    return URLEncoder.encode(words, StandardCharsets.UTF_8);
  }
}
