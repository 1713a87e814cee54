package org.rapport.bot.channel.teams;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;

/** Our own HTTP to Microsoft's services: virtual threads, time limits, no silent second tries. */
final class TeamsHttp implements AutoCloseable {
  private static final int MOST_PER_HOST = 64;
  private static final int LARGEST_REPLY = 1024 * 1024;

  /** Stops a reply that trickles; more than all pauses of {@link RetryAfter} together. */
  private static final Duration LONGEST_CALL = Duration.ofMinutes(3);

  /**
   * Many servers hang up after five idle seconds, and only a connection that was idle for ten is
   * looked at before it is used again. What goes out on one that was hung up is lost.
   */
  private static final Duration IDLE_FOR = Duration.ofSeconds(4);

  private final ExecutorService threads =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("teams-http-", 0).factory());
  private final ConnectionPool connections =
      new ConnectionPool(16, IDLE_FOR.toSeconds(), TimeUnit.SECONDS);
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("teams-clock").factory());
  private final Patience patience;

  TeamsHttp(Patience patience) {
    this.patience = patience;
  }

  Patience patience() {
    return patience;
  }

  ExecutorService threads() {
    return threads;
  }

  /** Does something on a thread of its own after a while, unless it is cancelled before. */
  Future<?> after(Duration pause, Runnable work) {
    return clock.schedule(() -> threads.execute(work), pause.toMillis(), TimeUnit.MILLISECONDS);
  }

  /**
   * A new client. It never repeats a request by itself, not even on another connection, and follows
   * no redirect, so that a token goes nowhere else.
   */
  OkHttpClient.Builder client() {
    Dispatcher dispatcher = new Dispatcher(threads);
    dispatcher.setMaxRequests(MOST_PER_HOST * 4);
    dispatcher.setMaxRequestsPerHost(MOST_PER_HOST);
    return new OkHttpClient.Builder()
        .dispatcher(dispatcher)
        .connectionPool(connections)
        .retryOnConnectionFailure(false)
        .followRedirects(false)
        .followSslRedirects(false)
        .connectTimeout(patience.connect())
        .readTimeout(patience.reply())
        .writeTimeout(patience.reply())
        .callTimeout(LONGEST_CALL);
  }

  /** Gets JSON of at most 1 MB. */
  JsonNode getJson(URI address) throws IOException {
    OkHttpClient client = client().callTimeout(patience.reply()).build();
    Request request = new Request.Builder().url(address.toString()).build();
    try (Response response = client.newCall(request).execute();
        ResponseBody body = response.body()) {
      if (!response.isSuccessful() || body == null) {
        throw new IOException("HTTP " + response.code());
      }
      return TeamsJson.MAPPER.readTree(body.byteStream().readNBytes(LARGEST_REPLY));
    }
  }

  @Override
  public void close() {
    clock.shutdownNow();
    threads.shutdownNow();
    connections.evictAll();
  }
}
