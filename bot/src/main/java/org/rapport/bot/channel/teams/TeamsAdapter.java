package org.rapport.bot.channel.teams;

import com.microsoft.bot.builder.BotCallbackHandler;
import com.microsoft.bot.builder.TurnContext;
import com.microsoft.bot.connector.ConnectorClient;
import com.microsoft.bot.connector.Conversations;
import com.microsoft.bot.connector.authentication.AppCredentials;
import com.microsoft.bot.connector.authentication.SimpleCredentialProvider;
import com.microsoft.bot.integration.BotFrameworkHttpAdapter;
import com.microsoft.bot.schema.Activity;
import com.microsoft.bot.schema.ActivityTypes;
import com.microsoft.bot.schema.ResourceResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.rapport.bot.Settings;

/** Microsoft's adapter, whose upstream is archived, with what it gets wrong put right. */
final class TeamsAdapter extends BotFrameworkHttpAdapter {
  private final TeamsConnectors connectors;

  TeamsAdapter(Settings.Teams settings, TeamsConnectors connectors) {
    super(new SimpleCredentialProvider(settings.appId(), settings.appPassword()), null);
    this.connectors = connectors;
  }

  /** The SDK's own sets the locale of the whole process to that of each message's sender. */
  @Override
  protected CompletableFuture<Void> runPipeline(TurnContext context, BotCallbackHandler callback) {
    return getMiddlewareSet().receiveActivityWithStatus(context, callback);
  }

  /** The SDK's own knows no single-tenant apps. */
  @Override
  protected CompletableFuture<AppCredentials> buildAppCredentials(String appId, String scope) {
    return CompletableFuture.completedFuture(connectors.credentials());
  }

  /** The SDK's own retries at once, ignores Retry-After, and sends five messages at a time. */
  @Override
  protected CompletableFuture<ConnectorClient> getOrCreateConnectorClient(
      String serviceUrl, @Nullable AppCredentials credentials) {
    try {
      return CompletableFuture.completedFuture(connectors.patient(serviceUrl));
    } catch (IllegalArgumentException unsafe) {
      return CompletableFuture.failedFuture(unsafe);
    }
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
}
