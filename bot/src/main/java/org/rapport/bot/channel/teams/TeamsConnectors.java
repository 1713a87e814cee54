package org.rapport.bot.channel.teams;

import com.microsoft.bot.connector.ConnectorClient;
import com.microsoft.bot.connector.authentication.AppCredentials;
import com.microsoft.bot.connector.authentication.AuthenticationConstants;
import com.microsoft.bot.connector.authentication.MicrosoftAppCredentials;
import com.microsoft.bot.connector.rest.RestConnectorClient;
import com.microsoft.bot.restclient.RestClient;
import com.microsoft.bot.restclient.ServiceResponseBuilder;
import com.microsoft.bot.restclient.retry.RetryStrategy;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import okhttp3.OkHttpClient;
import okhttp3.Response;
import org.rapport.bot.Settings;
import retrofit2.Retrofit;

/** Connections to Teams by service address, with our token. */
final class TeamsConnectors {
  private final TeamsHttp http;
  private final AppCredentials credentials;
  private final Map<String, ConnectorClient> patient = new ConcurrentHashMap<>();
  private final Map<String, ConnectorClient> once = new ConcurrentHashMap<>();

  TeamsConnectors(Settings.Teams settings, TeamsHttp http) {
    this.http = http;
    this.credentials =
        settings.appId().isEmpty()
            ? MicrosoftAppCredentials.empty()
            : new TeamsCredentials(
                settings,
                AuthenticationConstants.TO_CHANNEL_FROM_BOT_OAUTH_SCOPE,
                new LoginClient(settings.loginUrl(), http),
                http);
  }

  AppCredentials credentials() {
    return credentials;
  }

  /**
   * One that tries again what Teams did not take, when Teams says so.
   *
   * @throws IllegalArgumentException if the address is not safe
   */
  ConnectorClient patient(String serviceUrl) {
    expectSafe(serviceUrl);
    return patient.computeIfAbsent(
        serviceUrl,
        address -> connector(builder(address).withInterceptor(new RetryAfter(http.patience()))));
  }

  /**
   * One that tries nothing again.
   *
   * @throws IllegalArgumentException if the address is not safe
   */
  ConnectorClient once(String serviceUrl) {
    expectSafe(serviceUrl);
    return once.computeIfAbsent(serviceUrl, address -> connector(builder(address)));
  }

  /** For what the SDK cannot ask: sends our token along, and tries nothing again. */
  OkHttpClient direct() {
    OkHttpClient.Builder client = http.client();
    credentials.applyCredentialsFilter(client);
    return client.build();
  }

  private static void expectSafe(String serviceUrl) {
    if (!Loopback.safe(URI.create(serviceUrl))) {
      throw new IllegalArgumentException("Expected an https service address");
    }
  }

  private RestClient.Builder builder(String serviceUrl) {
    return new RestClient.Builder(http.client(), new Retrofit.Builder())
        .withBaseUrl(serviceUrl)
        .withCredentials(credentials)
        .withSerializerAdapter(new TeamsJson.Adapter())
        .withResponseBuilderFactory(new ServiceResponseBuilder.Factory())
        .withConnectionTimeout(http.patience().connect().toMillis(), TimeUnit.MILLISECONDS)
        .withReadTimeout(http.patience().reply().toMillis(), TimeUnit.MILLISECONDS)
        .withRetryStrategy(new NoRetry());
  }

  private static ConnectorClient connector(RestClient.Builder client) {
    return new RestConnectorClient(client.build());
  }

  /** {@link RetryAfter} does it instead. */
  private static final class NoRetry extends RetryStrategy {
    NoRetry() {
      super("none", false);
    }

    @Override
    public boolean shouldRetry(int retryCount, Response response) {
      return false;
    }
  }
}
