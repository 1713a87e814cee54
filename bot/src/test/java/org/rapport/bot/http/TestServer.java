package org.rapport.bot.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;

/** The real server on a free port of this machine, and ways to talk to it. */
public final class TestServer implements AutoCloseable {
  /** As usual, but with less room for a body. */
  private static final Limits PATIENT = limits(Duration.ofSeconds(20), Duration.ofSeconds(10));

  /** Nobody waits long for a slow sender, and on a busy machine that may be any sender. */
  private static final Limits IMPATIENT = limits(Duration.ofSeconds(2), Duration.ofMillis(200));

  /** Longer than any answer takes: a test that waits for one that never comes fails. */
  private static final int PATIENCE_MILLIS = 30_000;

  private final HttpClient client = HttpClient.newHttpClient();
  private final WebServer server;
  private final int port;

  private TestServer(WebServer server) {
    this.server = server;
    this.port = server.port();
  }

  /** Starts as outside tests, with these routes. */
  public static TestServer with(Pages pages, List<Route> routes) {
    return listening(OptionalInt.empty(), Limits.USUAL, pages, routes);
  }

  static TestServer with(Route... routes) {
    return listening(OptionalInt.empty(), PATIENT, new Pages(new Assets()), List.of(routes));
  }

  static TestServer withOperatorsPort(Route... routes) {
    return listening(OptionalInt.of(0), PATIENT, new Pages(new Assets()), List.of(routes));
  }

  /** Cuts slow senders soon. */
  static TestServer impatient(Route... routes) {
    return listening(OptionalInt.empty(), IMPATIENT, new Pages(new Assets()), List.of(routes));
  }

  /** Waits half a second at a stop. */
  static TestServer hurried(Route... routes) {
    Limits limits =
        new Limits(
            PATIENT.keepAlive(), PATIENT.pause(), 16 * 1024, 100_000, Duration.ofMillis(500));
    return listening(OptionalInt.empty(), limits, new Pages(new Assets()), List.of(routes));
  }

  private static Limits limits(Duration keepAlive, Duration pause) {
    return new Limits(keepAlive, pause, 16 * 1024, 100_000, Duration.ofSeconds(20));
  }

  private static TestServer listening(
      OptionalInt operators, Limits limits, Pages pages, List<Route> routes) {
    WebServer.Listen listen = new WebServer.Listen("127.0.0.1", 0, operators);
    return new TestServer(WebServer.start(listen, limits, pages, routes));
  }

  /** Where a browser finds the server. */
  public String origin() {
    return "http://127.0.0.1:" + port;
  }

  WebServer web() {
    return server;
  }

  public HttpResponse<String> get(String path, String... headers)
      throws IOException, InterruptedException {
    return send(request(path, headers).GET().build());
  }

  public HttpResponse<String> post(String path, String body, String... headers)
      throws IOException, InterruptedException {
    return send(request(path, headers).POST(HttpRequest.BodyPublishers.ofString(body)).build());
  }

  HttpResponse<String> method(String method, String path) throws IOException, InterruptedException {
    return send(request(path).method(method, HttpRequest.BodyPublishers.noBody()).build());
  }

  HttpResponse<String> getFromOperators(String path) throws IOException, InterruptedException {
    URI uri = URI.create("http://127.0.0.1:" + server.operatorsPort() + path);
    return send(HttpRequest.newBuilder(uri).build());
  }

  /** Sends bytes as they are and reads until the server closes. */
  public String raw(String bytes) throws IOException {
    try (Socket socket = connect()) {
      socket.getOutputStream().write(bytes.getBytes(StandardCharsets.UTF_8));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  Socket connect() throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setSoTimeout(PATIENCE_MILLIS);
    return socket;
  }

  /** The client goes first: a stop waits a second for connections that might still be used. */
  @Override
  public void close() {
    client.shutdownNow();
    server.close();
  }

  private HttpRequest.Builder request(String path, String... headers) {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(origin() + path));
    return headers.length == 0 ? request : request.headers(headers);
  }

  private HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
    return client.send(request, HttpResponse.BodyHandlers.ofString());
  }
}
