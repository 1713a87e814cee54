package org.rapport.bot.channel.slack;

import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import com.slack.api.util.http.SlackHttpClient;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import okhttp3.ConnectionPool;
import okhttp3.Interceptor;
import okhttp3.Response;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Slack's client, set up so that a call is never silently repeated: it tells a call that surely did
 * not go out from one whose reply was lost.
 */
public final class SlackHttp {
  private static final Logger log = LoggerFactory.getLogger(SlackHttp.class);

  /** Kept for the next batch of nudges: each new connection costs more than a message. */
  private static final int MOST_IDLE = 64;

  /** A connection that Slack closed meanwhile would lose a message. */
  private static final Duration IDLE_FOR = Duration.ofSeconds(30);

  private SlackHttp() {}

  /** A client of the Web API at this address. */
  public static Slack client(URI apiUrl) {
    return client(apiUrl, SlackTimes.NORMAL.replyWithin());
  }

  /** Gives back what a client holds. */
  public static void close(Slack client) {
    try {
      client.close();
    } catch (Exception notClosed) {
      log.warn("Slack's client did not close: {}", Failures.inShort(notClosed));
    }
  }

  /** A client of the Web API at this address that waits so long for each reply. */
  static Slack client(URI apiUrl, Duration replyWithin) {
    SlackConfig config = new SlackConfig();
    config.setMethodsEndpointUrlPrefix(apiUrl.toString());
    config.setStatsEnabled(false);
    config.setHttpClientResponseHandlers(new ArrayList<>()); // They log bodies.
    config.setHttpClientReadTimeoutMillis(Math.toIntExact(replyWithin.toMillis()));
    config.setHttpClientWriteTimeoutMillis(Math.toIntExact(replyWithin.toMillis()));
    SlackHttpClient http =
        new SlackHttpClient(
            SlackHttpClient.buildOkHttpClient(config)
                .newBuilder()
                .connectionPool(
                    new ConnectionPool(MOST_IDLE, IDLE_FOR.toSeconds(), TimeUnit.SECONDS))
                .retryOnConnectionFailure(false)
                .addInterceptor(SlackHttp::tellIfNeverSent)
                .addNetworkInterceptor(SlackHttp::markSent)
                .build());
    http.setConfig(config);
    return Slack.getInstance(config, http);
  }

  /** The request never left this machine, so it may be tried again. */
  static final class NeverSent extends IOException {
    private static final long serialVersionUID = 1L;

    NeverSent(IOException cause) {
      super("No connection", cause);
    }
  }

  private static Response tellIfNeverSent(Interceptor.Chain chain) throws IOException {
    AtomicBoolean sent = new AtomicBoolean();
    try {
      return chain.proceed(chain.request().newBuilder().tag(AtomicBoolean.class, sent).build());
    } catch (IOException failed) {
      throw sent.get() ? failed : new NeverSent(failed);
    }
  }

  /** Runs once there is a connection, just before the first byte. */
  private static Response markSent(Interceptor.Chain chain) throws IOException {
    AtomicBoolean sent = chain.request().tag(AtomicBoolean.class);
    if (sent != null) {
      sent.set(true);
    }
    return chain.proceed(chain.request());
  }
}
