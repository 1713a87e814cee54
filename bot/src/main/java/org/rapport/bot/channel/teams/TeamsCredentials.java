package org.rapport.bot.channel.teams;

import com.microsoft.aad.msal4j.ClientCredentialFactory;
import com.microsoft.aad.msal4j.ClientCredentialParameters;
import com.microsoft.aad.msal4j.ConfidentialClientApplication;
import com.microsoft.bot.connector.authentication.Authenticator;
import com.microsoft.bot.connector.authentication.MicrosoftAppCredentials;
import java.net.MalformedURLException;
import java.util.Set;
import org.rapport.bot.Settings;

/** Gets the token that the bot shows to Teams, from the app's own tenant if it has one. */
final class TeamsCredentials extends MicrosoftAppCredentials {
  private final LoginClient login;
  private final TeamsHttp http;

  TeamsCredentials(Settings.Teams settings, String scope, LoginClient login, TeamsHttp http) {
    super(settings.appId(), settings.appPassword(), tenant(settings), scope);
    this.login = login;
    this.http = http;
  }

  /** A single-tenant app signs in to its own tenant, any other to the Bot Framework's. */
  private static String tenant(Settings.Teams settings) {
    return settings.singleTenant() ? settings.tenant().orElse("") : "";
  }

  @Override
  protected Authenticator buildAuthenticator() throws MalformedURLException {
    ConfidentialClientApplication app =
        ConfidentialClientApplication.builder(
                getAppId(), ClientCredentialFactory.createFromSecret(getAppPassword()))
            .authority(oAuthEndpoint())
            .httpClient(login)
            .executorService(http.threads())
            .build();
    ClientCredentialParameters scope =
        ClientCredentialParameters.builder(Set.of(oAuthScope())).build();
    return () -> app.acquireToken(scope);
  }
}
