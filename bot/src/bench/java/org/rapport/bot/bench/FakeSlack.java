package org.rapport.bot.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Slack's side: tells at once who somebody is, grants installs, and takes whatever else the server
 * sends, after a while, and counts it.
 */
final class FakeSlack implements AutoCloseable {
  private static final Pattern USER = Pattern.compile("user=(UB(\\d+)P\\d+|\\w+)");
  private static final Pattern CODE = Pattern.compile("code=(\\w+)");

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final AtomicInteger calls = new AtomicInteger();
  private final Duration slow;

  /**
   * @param slow how long it takes to take a message
   */
  FakeSlack(Duration slow) throws IOException {
    this.slow = slow;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::take);
    server.start();
  }

  String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** How many messages it took. */
  int calls() {
    return calls.get();
  }

  private void take(HttpExchange exchange) throws IOException {
    try (exchange) {
      String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
      byte[] reply =
          switch (exchange.getRequestURI().getPath()) {
            case "/api/users.info" -> who(body).getBytes(UTF_8);
            case "/api/oauth.v2.access" -> grant(body).getBytes(UTF_8);
            default -> message().getBytes(UTF_8);
          };
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(200, reply.length);
      exchange.getResponseBody().write(reply);
    }
  }

  private String message() {
    LockSupport.parkNanos(slow.toNanos());
    calls.incrementAndGet();
    return "{\"ok\":true,\"ts\":\"1760000099.000100\"}";
  }

  private static String who(String body) {
    Matcher user = USER.matcher(body);
    if (!user.find()) {
      return "{\"ok\":false,\"error\":\"user_not_found\"}";
    }
    String team = user.group(2) == null ? "T0TRUST" : "TB" + user.group(2);
    return "{\"ok\":true,\"user\":{\"id\":\"%s\",\"team_id\":\"%s\"}}"
        .formatted(user.group(1), team);
  }

  private static String grant(String body) {
    Matcher code = CODE.matcher(body);
    String team = code.find() ? code.group(1) : "";
    return """
    {"ok":true,"app_id":"A0RAPPORT","token_type":"bot","access_token":"xoxb-%1$s",
    "scope":"commands,chat:write,users:read","bot_user_id":"U0BOT","enterprise":null,
    "team":{"id":"%1$s","name":"%1$s"},"is_enterprise_install":false,
    "authed_user":{"id":"U0ADMIN"}}\
    """
        .formatted(team);
  }

  @Override
  public void close() {
    server.stop(0);
    threads.close();
  }
}
