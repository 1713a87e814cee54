package org.rapport.bot.endtoend;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Where Slack and Teams keep the files that people send, on this machine. */
final class FakeFiles implements AutoCloseable {
  /** Every request, in order. */
  final List<Fetch> fetched = new CopyOnWriteArrayList<>();

  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final HttpServer server;
  private final Map<String, Answer> answers = new ConcurrentHashMap<>();

  /**
   * A request.
   *
   * @param authorization empty if there was none
   */
  record Fetch(String path, String authorization) {}

  /** How a file is answered. */
  private interface Answer {
    void to(HttpExchange exchange) throws IOException;
  }

  FakeFiles() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  /** Keeps a file; its address. */
  String keep(String name, String type, String words) {
    return keep(name, exchange -> whole(exchange, 200, type, words));
  }

  /** A file that is asked for in vain. */
  String refuse(String name, int status) {
    return keep(name, exchange -> whole(exchange, status, "text/plain", "no"));
  }

  /** A file that is elsewhere. */
  String redirect(String name, String to) {
    return keep(
        name,
        exchange -> {
          exchange.getResponseHeaders().set("Location", to);
          whole(exchange, 302, "text/plain", "there");
        });
  }

  /** A file whose line is cut. */
  String breakOff(String name) {
    return keep(
        name,
        exchange -> {
          exchange.sendResponseHeaders(200, 1000);
          exchange.getResponseBody().write("the start".getBytes(UTF_8));
          exchange.getResponseBody().flush();
          exchange.close();
        });
  }

  /** A file of a size that is not told, and beyond all bounds. */
  String endless(String name) {
    return keep(
        name,
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          OutputStream body = exchange.getResponseBody();
          byte[] megabyte = new byte[1_000_000];
          for (int i = 0; i < 1000; i++) {
            body.write(megabyte);
          }
        });
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private String keep(String name, Answer answer) {
    String path = "/files-pri/T0TRUST-F0" + answers.size() + "/download/" + name;
    answers.put(path, answer);
    return "http://127.0.0.1:" + server.getAddress().getPort() + path;
  }

  private void handle(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    String authorization = exchange.getRequestHeaders().getFirst("Authorization");
    fetched.add(new Fetch(path, Optional.ofNullable(authorization).orElse("")));
    try (exchange) {
      answers.get(path).to(exchange);
    }
  }

  private static void whole(HttpExchange exchange, int status, String type, String words)
      throws IOException {
    byte[] bytes = words.getBytes(UTF_8);
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }
}
