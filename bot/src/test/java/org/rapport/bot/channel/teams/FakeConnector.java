package org.rapport.bot.channel.teams;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Teams' side of a conversation: records what the bot sends, and answers as a test says. */
public final class FakeConnector implements AutoCloseable {
  private final FakeServer server = new FakeServer(this::handle);
  private final Queue<Answer> script = new ConcurrentLinkedQueue<>();
  private final CountDownLatch closing = new CountDownLatch(1);
  private final AtomicInteger ids = new AtomicInteger();

  /** Everything that came, in order. */
  public final List<Sent> all = new CopyOnWriteArrayList<>();

  private final BlockingQueue<Sent> unread = new LinkedBlockingQueue<>();

  /** One request of the bot. */
  public record Sent(String method, String path, String authorization, JsonNode body) {
    public JsonNode card() {
      return body.path("attachments").path(0).path("content");
    }
  }

  private record Answer(int status, String retryAfter, boolean never) {}

  public String url() {
    return server.url() + "/uk/";
  }

  void answersNext(int status) {
    script.add(new Answer(status, "", false));
  }

  public void answersNext(int status, String retryAfter) {
    script.add(new Answer(status, retryAfter, false));
  }

  void neverAnswersNext() {
    script.add(new Answer(0, "", true));
  }

  /** Takes the next request and closes the connection without a word. */
  void hangsUpNext() {
    script.add(new Answer(0, "", false));
  }

  /** The next request, as soon as it comes. */
  public Sent next() throws InterruptedException {
    Sent sent = unread.poll(1, TimeUnit.MINUTES);
    assertThat(sent).as("a request of the bot").isNotNull();
    return sent;
  }

  @Override
  public void close() {
    closing.countDown();
    server.close();
  }

  private void handle(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    String path = URLDecoder.decode(exchange.getRequestURI().getRawPath(), StandardCharsets.UTF_8);
    String authorization = exchange.getRequestHeaders().getFirst("Authorization");
    Sent sent =
        new Sent(
            exchange.getRequestMethod(),
            path,
            authorization == null ? "" : authorization,
            TeamsJson.MAPPER.readTree(body));
    all.add(sent);
    unread.add(sent);
    answer(exchange, path);
  }

  private void answer(HttpExchange exchange, String path) throws IOException {
    Answer answer = script.poll();
    if (answer == null) {
      String id = path.endsWith("/v3/conversations") ? "a:private" : "out-" + ids.incrementAndGet();
      FakeServer.answer(exchange, 201, JsonNodeFactory.instance.objectNode().put("id", id));
    } else if (answer.never()) {
      awaitClosing();
    } else if (answer.status() == 0) {
      exchange.close();
    } else {
      if (!answer.retryAfter().isEmpty()) {
        exchange.getResponseHeaders().set("Retry-After", answer.retryAfter());
      }
      FakeServer.answer(exchange, answer.status(), JsonNodeFactory.instance.objectNode());
    }
  }

  private void awaitClosing() {
    try {
      closing.await();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
