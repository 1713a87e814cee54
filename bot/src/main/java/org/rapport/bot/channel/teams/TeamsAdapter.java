package org.rapport.bot.channel.teams;

import com.microsoft.bot.builder.BotCallbackHandler;
import com.microsoft.bot.builder.TurnContext;
import com.microsoft.bot.connector.ConnectorClient;
import com.microsoft.bot.connector.Conversations;
import com.microsoft.bot.connector.authentication.AppCredentials;
import com.microsoft.bot.connector.authentication.MicrosoftAppCredentials;
import com.microsoft.bot.connector.authentication.SimpleCredentialProvider;
import com.microsoft.bot.connector.rest.RestConnectorClient;
import com.microsoft.bot.integration.BotFrameworkHttpAdapter;
import com.microsoft.bot.restclient.RestClient;
import com.microsoft.bot.restclient.ServiceResponseBuilder;
import com.microsoft.bot.restclient.retry.RetryStrategy;
import com.microsoft.bot.schema.Activity;
import com.microsoft.bot.schema.ActivityTypes;
import com.microsoft.bot.schema.ResourceResponse;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;
import org.rapport.bot.Settings;
import retrofit2.Retrofit;

/** Microsoft's adapter, whose upstream is archived, with what it gets wrong put right. */
final class TeamsAdapter extends BotFrameworkHttpAdapter {
  private final Settings.Teams settings;
  private final TeamsHttp http;
  private final LoginClient login;
  private final Map<String, ConnectorClient> clients = new ConcurrentHashMap<>();

  TeamsAdapter(Settings.Teams settings, TeamsHttp http) {
    super(new SimpleCredentialProvider(settings.appId(), settings.appPassword()), null);
    this.settings = settings;
    this.http = http;
    this.login = new LoginClient(settings.loginUrl(), http);
  }

  /** The SDK's own sets the locale of the whole process to that of each message's sender. */
  @Override
  protected CompletableFuture<Void> runPipeline(TurnContext context, BotCallbackHandler callback) {
    return getMiddlewareSet().receiveActivityWithStatus(context, callback);
  }

  /** The SDK's own knows no single-tenant apps. */
  @Override
  protected CompletableFuture<AppCredentials> buildAppCredentials(String appId, String scope) {
    return CompletableFuture.completedFuture(new TeamsCredentials(settings, scope, login, http));
  }

  /** The SDK's own retries at once, ignores Retry-After, and sends five messages at a time. */
  @Override
  protected CompletableFuture<ConnectorClient> getOrCreateConnectorClient(
      String serviceUrl, @Nullable AppCredentials credentials) {
    if (!Loopback.safe(URI.create(serviceUrl))) {
      return CompletableFuture.failedFuture(
          new IllegalArgumentException("Expected an https service address"));
    }
    return CompletableFuture.completedFuture(
        clients.computeIfAbsent(serviceUrl, address -> connector(address, credentials)));
  }

  /** The SDK's own waits for each send on one of a few threads that all requests share. */
  @Override
  public CompletableFuture<ResourceResponse[]> sendActivities(
      TurnContext context, List<Activity> activities) {
    List<ResourceResponse> responses = new ArrayList<>();
    try {
      for (Activity activity : activities) {
        responses.add(send(context, activity));
      }
    } catch (RuntimeException failed) {
      return CompletableFuture.failedFuture(failed);
    }
    return CompletableFuture.completedFuture(responses.toArray(ResourceResponse[]::new));
  }

  private static ResourceResponse send(TurnContext context, Activity activity) {
    if (activity.isType(ActivityTypes.INVOKE_RESPONSE)) {
      context.getTurnState().add(INVOKE_RESPONSE_KEY, activity);
      return new ResourceResponse("");
    }
    activity.setId(null);
    ConnectorClient client = context.getTurnState().get(CONNECTOR_CLIENT_KEY);
    Conversations conversations = client.getConversations();
    ResourceResponse response =
        activity.getReplyToId() == null
            ? conversations.sendToConversation(activity).join()
            : conversations.replyToActivity(activity).join();
    return response == null ? new ResourceResponse("") : response;
  }

  private ConnectorClient connector(String serviceUrl, @Nullable AppCredentials credentials) {
    RestClient client =
        new RestClient.Builder(http.client(), new Retrofit.Builder())
            .withBaseUrl(serviceUrl)
            .withCredentials(credentials == null ? MicrosoftAppCredentials.empty() : credentials)
            .withSerializerAdapter(new TeamsJson.Adapter())
            .withResponseBuilderFactory(new ServiceResponseBuilder.Factory())
            .withConnectionTimeout(http.patience().connect().toMillis(), TimeUnit.MILLISECONDS)
            .withReadTimeout(http.patience().reply().toMillis(), TimeUnit.MILLISECONDS)
            .withRetryStrategy(new NoRetry())
            .withInterceptor(new RetryAfter(http.patience()))
            .build();
    return new RestConnectorClient(client);
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
