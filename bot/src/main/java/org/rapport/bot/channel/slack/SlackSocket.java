package org.rapport.bot.channel.slack;

import com.google.gson.JsonParseException;
import com.slack.api.Slack;
import com.slack.api.bolt.App;
import com.slack.api.bolt.request.Request;
import com.slack.api.bolt.request.RequestHeaders;
import com.slack.api.bolt.response.Response;
import com.slack.api.bolt.util.SlackRequestParser;
import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.response.apps.connections.AppsConnectionsOpenResponse;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.rapport.bot.Settings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Socket Mode, for who cannot open an inbound port: what Slack would post comes over a socket that
 * Rapport opens, and goes the same way from there, past the same checks of shape and size. The
 * socket itself is proof of who sends: only the app's own token opens it.
 */
public final class SlackSocket implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(SlackSocket.class);
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Duration FIRST_WAIT = Duration.ofSeconds(1);
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);

  /** How many commands and presses are answered at a time; more wait in the socket. */
  private static final int AT_ONCE = 64;

  private final Slack slack;
  private final String appToken;
  private final URI apiUrl;
  private final App app;
  private final SlackRequestParser parser;
  private final InstantSource clock;
  private final Pause pause;
  private final SlackTrouble trouble;
  private final HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
  private final ExecutorService work = Executors.newVirtualThreadPerTaskExecutor();
  private final Semaphore free = new Semaphore(AT_ONCE);
  private final Thread loop;
  private volatile boolean stopping;

  /**
   * Connects, and connects again for as long as this is open.
   *
   * @param appToken the app-level token, with the scope {@code connections:write}
   */
  public SlackSocket(
      Settings.Slack settings,
      String appToken,
      SlackApp app,
      InstantSource clock,
      SlackTrouble trouble) {
    this(settings, appToken, app, clock, trouble, Pause.REAL);
  }

  SlackSocket(
      Settings.Slack settings,
      String appToken,
      SlackApp app,
      InstantSource clock,
      SlackTrouble trouble,
      Pause pause) {
    this.slack = SlackHttp.client(settings.apiUrl(), PATIENCE);
    this.appToken = appToken;
    this.apiUrl = settings.apiUrl();
    this.app = app.bolt();
    this.parser = new SlackRequestParser(this.app.config());
    this.clock = clock;
    this.trouble = trouble;
    this.pause = pause;
    this.loop = Thread.ofVirtual().name("slack-socket").start(this::run);
  }

  /** Takes nothing new and finishes what was taken, for a bounded time. */
  @Override
  public void close() {
    stopping = true;
    loop.interrupt();
    work.shutdown();
    try {
      if (!work.awaitTermination(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        work.shutdownNow();
      }
    } catch (InterruptedException hurried) {
      work.shutdownNow();
      Thread.currentThread().interrupt();
    }
    http.shutdownNow();
    SlackHttp.close(slack);
  }

  private void run() {
    Duration wait = FIRST_WAIT;
    while (!stopping) {
      Optional<URI> address = address();
      if (address.isPresent() && listened(address.get())) {
        wait = FIRST_WAIT;
      } else if (!stopping && pause.passed(wait)) {
        wait = wait.multipliedBy(2).compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait.plus(wait);
      }
    }
  }

  /** Where Slack says that the socket is; empty if it does not say. */
  private Optional<URI> address() {
    try {
      AppsConnectionsOpenResponse opened =
          slack.methods(appToken).appsConnectionsOpen(request -> request);
      if (opened.isOk()) {
        return Optional.of(URI.create(opened.getUrl())).filter(this::isSlacks);
      }
      trouble.note(
          "apps.connections.open", Optional.ofNullable(opened.getError()).orElse("unknown"));
    } catch (IOException | SlackApiException | JsonParseException | IllegalArgumentException away) {
      trouble.note("apps.connections.open", "no_reply");
    }
    return Optional.empty();
  }

  /** Encrypted, unless all of Slack is on this machine. */
  private boolean isSlacks(URI socket) {
    boolean plain = "ws".equals(socket.getScheme()) && apiUrl.getHost().equals(socket.getHost());
    return "wss".equals(socket.getScheme()) || ("http".equals(apiUrl.getScheme()) && plain);
  }

  /** Whether a socket was opened; returns once it has ended. */
  private boolean listened(URI address) {
    SocketLine[] line = new SocketLine[1];
    line[0] = new SocketLine((socket, text) -> take(line[0], socket, text), clock);
    try {
      WebSocket socket =
          http.newWebSocketBuilder().connectTimeout(PATIENCE).buildAsync(address, line[0]).join();
      log.info("Slack's socket is open");
      line[0].awaitEnd();
      socket.abort();
      return true;
    } catch (CompletionException refused) {
      trouble.note("socket", "refused");
      return false;
    } catch (InterruptedException stopped) {
      return true;
    }
  }

  private void take(SocketLine line, WebSocket socket, String text) {
    Optional<SocketEnvelope> read = SocketEnvelope.read(text);
    if (read.isEmpty()) {
      log.warn("Slack's socket sent what is no message of Slack's");
      return;
    }
    SocketEnvelope envelope = read.get();
    switch (envelope.type()) {
      case "hello" -> {}
      case "disconnect" -> line.end();
      // Taken on by the door at once, in the order in which they come.
      case "events_api" -> answer(socket, envelope);
      default -> later(socket, envelope);
    }
  }

  /** A command or a press may wait for its answer, and nothing waits for it. */
  private void later(WebSocket socket, SocketEnvelope envelope) {
    try {
      free.acquire();
      work.execute(() -> {
        try {
          answer(socket, envelope);
        } finally {
          free.release();
        }
      });
    } catch (RejectedExecutionException stops) {
      free.release(); // Not acknowledged, so Slack says it to another server or again.
    } catch (InterruptedException stops) {
      Thread.currentThread().interrupt();
    }
  }

  private void answer(WebSocket socket, SocketEnvelope envelope) {
    Optional<String> body = envelope.body();
    if (body.isEmpty()) {
      log.warn("Slack's socket sent what Rapport does not know");
      acknowledge(socket, envelope, Optional.empty());
      return;
    }
    try {
      Response response = app.run(parsed(body.get()));
      acknowledge(socket, envelope, Optional.ofNullable(response.getBody()));
    } catch (RejectedExecutionException stops) {
      // Not acknowledged, so Slack sends it again.
    } catch (Exception failed) {
      log.error("A message on Slack's socket failed: {}", Failures.inShort(failed));
    }
  }

  private Request<?> parsed(String body) {
    return parser.parse(
        SlackRequestParser.HttpRequest.builder()
            .requestUri("/slack/events")
            .requestBody(body)
            .queryString(Map.of())
            .headers(new RequestHeaders(Map.of()))
            .build());
  }

  /** One at a time: a socket takes no second message while it sends the first. */
  private synchronized void acknowledge(
      WebSocket socket, SocketEnvelope envelope, Optional<String> answer) {
    if (envelope.id().isEmpty()) {
      return;
    }
    try {
      var unused =
          socket
              .sendText(envelope.acknowledged(answer), true)
              .orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS)
              .join();
    } catch (CompletionException lost) {
      trouble.note("socket", "not_acknowledged");
    }
  }
}
