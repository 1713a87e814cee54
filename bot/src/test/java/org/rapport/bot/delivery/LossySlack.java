package org.rapport.bot.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

/**
 * Slack on a bad day, behind its real interface: it remembers every message that it took, loses a
 * tenth of its replies, fails one call in twenty and has storms of 429. It outlives every sender.
 */
final class LossySlack implements AutoCloseable {
  private static final int STORM_EVERY = 700;
  private static final int STORM_FROM = 640;

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Queue<Taken> taken = new ConcurrentLinkedQueue<>();
  private final Random random = new Random(20_261_123);
  private int calls;
  private int lost;
  private int failed;
  private int throttled;
  private boolean calm;

  /** A message that is in somebody's chat. */
  record Taken(String user, String delivery) {}

  private enum Fate {
    TAKEN,
    TAKEN_BUT_NO_REPLY,
    LOST_ON_THE_WAY,
    FAILED,
    THROTTLED
  }

  LossySlack() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/api/chat.postMessage", this::post);
    server.createContext("/api/conversations.open", this::open);
    server.createContext("/api/conversations.history", this::history);
    server.start();
  }

  URI api() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/api/");
  }

  /** Every message, in the order in which they came. */
  List<Taken> taken() {
    return List.copyOf(taken);
  }

  /** Whether its history shows what a person got: it does for every other person. */
  static boolean shows(String user) {
    return user.hashCode() % 2 == 0;
  }

  /** From now on nothing goes wrong. */
  synchronized void calmDown() {
    calm = true;
  }

  /** How many calls nobody got a reply to. */
  synchronized int lost() {
    return lost;
  }

  synchronized int failed() {
    return failed;
  }

  synchronized int throttled() {
    return throttled;
  }

  private void post(HttpExchange exchange) throws IOException {
    try (exchange) {
      Map<String, String> form = form(exchange);
      String delivery = form.getOrDefault("metadata", "").replaceAll(".*:\"([^\"]+)\"\\}+$", "$1");
      Taken message = new Taken(form.getOrDefault("channel", ""), delivery);
      switch (fate()) {
        case TAKEN -> {
          taken.add(message);
          reply(exchange, 200, "{\"ok\":true,\"ts\":\"1760000099.000100\"}");
        }
        case TAKEN_BUT_NO_REPLY -> taken.add(message);
        case LOST_ON_THE_WAY -> {}
        case FAILED -> {
          exchange.getResponseHeaders().set("Retry-After", "1");
          reply(exchange, 503, "");
        }
        case THROTTLED -> {
          exchange.getResponseHeaders().set("Retry-After", "1");
          reply(exchange, 429, "");
        }
      }
    }
  }

  private synchronized Fate fate() {
    if (calm) {
      return Fate.TAKEN;
    }
    if (++calls % STORM_EVERY > STORM_FROM) {
      throttled++;
      return Fate.THROTTLED;
    }
    int of20 = random.nextInt(20);
    if (of20 < 2) {
      lost++;
      return of20 == 0 ? Fate.TAKEN_BUT_NO_REPLY : Fate.LOST_ON_THE_WAY;
    }
    if (of20 == 2) {
      failed++;
      return Fate.FAILED;
    }
    return Fate.TAKEN;
  }

  private void open(HttpExchange exchange) throws IOException {
    try (exchange) {
      String user = form(exchange).getOrDefault("users", "");
      reply(
          exchange,
          200,
          shows(user)
              ? "{\"ok\":true,\"channel\":{\"id\":\"D%s\"}}".formatted(user)
              : "{\"ok\":false,\"error\":\"missing_scope\"}");
    }
  }

  private void history(HttpExchange exchange) throws IOException {
    try (exchange) {
      String user = form(exchange).getOrDefault("channel", "").substring(1);
      String messages =
          taken.stream()
              .filter(each -> each.user().equals(user))
              .map(LossySlack::json)
              .collect(Collectors.joining(","));
      reply(
          exchange, 200, "{\"ok\":true,\"has_more\":false,\"messages\":[%s]}".formatted(messages));
    }
  }

  private static String json(Taken message) {
    return """
    {"type":"message","bot_id":"B0BOT","ts":"1760000099.000100","metadata":\
    {"event_type":"rapport_delivery","event_payload":{"delivery":"%s"}}}\
    """
        .formatted(message.delivery());
  }

  private static Map<String, String> form(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
    return Arrays.stream(body.split("&"))
        .map(field -> field.split("=", 2))
        .collect(Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], UTF_8)));
  }

  private static void reply(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    if (bytes.length > 0) {
      exchange.getResponseBody().write(bytes);
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.close();
  }
}
