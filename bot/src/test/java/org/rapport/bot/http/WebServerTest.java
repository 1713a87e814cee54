package org.rapport.bot.http;

import static java.util.concurrent.TimeUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.rapport.bot.http.Route.Reach;
import org.slf4j.MDC;

class WebServerTest {
  private TestServer server = TestServer.with(Route.get("/hello", Reach.PUBLIC, saying("hello")));

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void everyResponseTellsTheBrowserToTrustLittle() throws Exception {
    for (String path : List.of("/hello", "/nowhere")) {
      HttpResponse<String> response = server.get(path);
      assertThat(header(response, "Content-Security-Policy"))
          .contains("default-src 'self'", "frame-ancestors 'none'")
          .doesNotContain("unsafe");
      assertThat(header(response, "X-Content-Type-Options")).isEqualTo("nosniff");
      assertThat(header(response, "Referrer-Policy")).isEqualTo("no-referrer");
      assertThat(response.headers().firstValue("Server")).isEmpty();
    }
  }

  @Test
  void theRequestIdIsOursWhateverTheCallerSends() throws Exception {
    serving(Route.get("/id", Reach.PUBLIC, saying(() -> MDC.get("requestId"))));

    HttpResponse<String> response = server.get("/id", "X-Request-Id", "forged");

    assertThat(header(response, "X-Request-Id")).matches("[0-9a-f]{16}").isEqualTo(response.body());
    assertThat(server.get("/id").body()).isNotEqualTo(response.body());
  }

  @Test
  void aRequestRunsOnAVirtualThread() throws Exception {
    serving(
        Route.get(
            "/thread",
            Reach.PUBLIC,
            saying(() -> String.valueOf(Thread.currentThread().isVirtual()))));

    assertThat(server.get("/thread").body()).isEqualTo("true");
  }

  @Test
  void anUnknownPathIsNotFound() throws Exception {
    HttpResponse<String> response = server.get("/nowhere");

    assertThat(response.statusCode()).isEqualTo(404);
    assertThat(header(response, "Content-Type")).isEqualTo("application/json");
    assertThat(response.body())
        .contains("\"status\":404", "\"requestId\":\"" + header(response, "X-Request-Id") + "\"");
  }

  @Test
  void aBrowserGetsAPageForAnError() throws Exception {
    HttpResponse<String> response =
        server.get("/nowhere%3Cscript%3E", "Accept", "text/html,*/*;q=0.8");

    assertThat(response.statusCode()).isEqualTo(404);
    assertThat(header(response, "Content-Type")).startsWith("text/html");
    assertThat(response.body())
        .contains("There is no page here", header(response, "X-Request-Id"))
        .doesNotContain("nowhere", "jetty", "Jetty");
  }

  @Test
  void aFaultOfOursShowsNothingOfTheInside() throws Exception {
    serving(
        Route.get(
            "/broken",
            Reach.PUBLIC,
            saying(() -> {
              throw new IllegalStateException("the secret inside");
            })));

    for (String accept : List.of("text/html", "application/json")) {
      HttpResponse<String> response = server.get("/broken", "Accept", accept);
      assertThat(response.statusCode()).isEqualTo(500);
      assertThat(response.body())
          .contains(header(response, "X-Request-Id"))
          .doesNotContain("secret", "IllegalState", "\tat ");
    }
  }

  @Test
  void aWrongMethodIsToldTheRightOnes() throws Exception {
    for (String method : List.of("POST", "PUT", "DELETE", "OPTIONS", "TRACE")) {
      HttpResponse<String> response = server.method(method, "/hello");
      assertThat(response.statusCode()).as(method).isEqualTo(405);
      assertThat(header(response, "Allow")).isEqualTo("GET, HEAD");
    }
  }

  @Test
  void aHeadOfAHundredKilobytesIsRefused() throws Exception {
    String response =
        server.raw(
            "GET /hello HTTP/1.1\r\nHost: localhost\r\nX-Long: "
                + "x".repeat(100_000)
                + "\r\n\r\n");

    assertThat(response)
        .startsWith("HTTP/1.1 431")
        .contains("X-Request-Id", "Content-Security-Policy", "\"status\":431");
  }

  @Test
  void whatIsNotHttpIsRefused() throws Exception {
    assertThat(server.raw("\u0000\u0001nonsense\r\n\r\n"))
        .startsWith("HTTP/1.1 400")
        .contains("\"status\":400")
        .doesNotContain("Exception");
  }

  @Test
  void aBodyOverTheLimitIsRefusedUnread() throws Exception {
    serving(Route.post("/in", Reach.PUBLIC, swallowing()));

    assertThat(
            server.raw("POST /in HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100000000\r\n\r\n"))
        .startsWith("HTTP/1.1 413");
  }

  @Test
  void aBodyOfUnknownLengthIsRefusedAtTheLimit() throws Exception {
    serving(Route.post("/in", Reach.PUBLIC, swallowing()));
    String chunk = "C350\r\n" + "x".repeat(50_000) + "\r\n";

    assertThat(
            server.raw(
                "POST /in HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n"
                    + chunk.repeat(3)))
        .startsWith("HTTP/1.1 413");
  }

  @Test
  void whoSendsNothingMoreIsCut() throws Exception {
    servingImpatiently();

    assertThat(server.raw("GET /hello HTTP/1.1\r\nHost: loc")).doesNotContain("200 OK");
    assertThat(server.raw("POST /in HTTP/1.1\r\nHost: localhost\r\nContent-Length: 10\r\n\r\nhalf"))
        .doesNotContain("200 OK");
  }

  @Test
  void whoDripsTheHeadOfARequestIsCut() throws Exception {
    servingImpatiently();

    assertThat(cutWhileDripping("GET /hello HTTP/1.1\r\nX-Long: ")).isTrue();
  }

  @Test
  void whoDripsABodyIsCut() throws Exception {
    servingImpatiently();

    assertThat(
            cutWhileDripping(
                "POST /in HTTP/1.1\r\nHost: localhost\r\nContent-Length: 90000\r\n\r\n"))
        .isTrue();
  }

  @Test
  void aConnectionThatIsUsedAgainAndAgainIsNotCut() throws Exception {
    servingImpatiently();

    for (int i = 0; i < 200; i++) {
      assertThat(server.get("/hello").statusCode()).isEqualTo(200);
    }
  }

  @Test
  void aStopFinishesWhatIsBeingAnswered() throws Exception {
    CountDownLatch began = new CountDownLatch(1);
    CountDownLatch mayEnd = new CountDownLatch(1);
    serving(
        Route.get(
            "/slow",
            Reach.PUBLIC,
            saying(() -> {
              began.countDown();
              waitFor(mayEnd);
              return "finished";
            })));
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<String> answer = threads.submit(() -> server.get("/slow").body());
      began.await();

      Future<?> stop = threads.submit(server.web()::close);
      await().atMost(1, MINUTES).until(this::isRefused);
      assertThat(stop).isNotDone();
      mayEnd.countDown();

      assertThat(answer.get()).isEqualTo("finished");
      stop.get();
    }
  }

  @Test
  void aStopCutsWhatDoesNotEnd() throws Exception {
    CountDownLatch began = new CountDownLatch(1);
    CountDownLatch mayEnd = new CountDownLatch(1);
    TestServer hurried =
        TestServer.hurried(
            Route.get(
                "/endless",
                Reach.PUBLIC,
                saying(() -> {
                  began.countDown();
                  waitFor(mayEnd);
                  return "too late";
                })));
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<String> answer = threads.submit(() -> hurried.get("/endless").body());
      began.await();

      hurried.web().close();

      assertThatThrownBy(answer::get).hasCauseInstanceOf(IOException.class);
      mayEnd.countDown();
    }
  }

  @Test
  void operatorsRoutesAnswerThisMachineOnly() throws Exception {
    serving(Route.get("/metrics", Reach.OPERATORS, saying("numbers")));

    assertThat(server.get("/metrics").body()).isEqualTo("numbers");
    assertThat(server.get("/metrics", "X-Forwarded-For", "203.0.113.9").statusCode())
        .isEqualTo(403);
    assertThat(askedAs("rapport.example.nhs.uk", "/metrics")).startsWith("HTTP/1.1 403");
  }

  @Test
  void aNameThatAnotherSitePointsAtThisMachineIsRefused() throws Exception {
    serving(Route.get("/", Reach.THIS_MACHINE, saying("page")));

    for (String name : List.of("localhost", "127.0.0.1:3000", "[::1]:3000", "LOCALHOST")) {
      assertThat(askedAs(name, "/")).as(name).startsWith("HTTP/1.1 200");
    }
    for (String name :
        List.of("evil.example", "127.0.0.1.evil.example", "192.168.1.7", "0.0.0.0")) {
      assertThat(askedAs(name, "/")).as(name).startsWith("HTTP/1.1 403");
    }
  }

  @Test
  void operatorsRoutesAreOnTheirOwnPortIfThereIsOne() throws Exception {
    server.close();
    server =
        TestServer.withOperatorsPort(
            Route.get("/hello", Reach.PUBLIC, saying("hello")),
            Route.get("/health/live", Reach.PROBE, saying("live")),
            Route.get("/metrics", Reach.OPERATORS, saying("numbers")));

    assertThat(server.getFromOperators("/metrics").body()).isEqualTo("numbers");
    assertThat(server.getFromOperators("/health/live").body()).isEqualTo("live");
    assertThat(server.getFromOperators("/hello").statusCode()).isEqualTo(404);
    assertThat(server.get("/metrics").statusCode()).isEqualTo(404);
    assertThat(server.get("/health/live").statusCode()).isEqualTo(404);
    assertThat(server.get("/hello").body()).isEqualTo("hello");
  }

  private void serving(Route... routes) {
    server.close();
    server = TestServer.with(routes);
  }

  private void servingImpatiently() {
    server.close();
    server =
        TestServer.impatient(
            Route.get("/hello", Reach.PUBLIC, saying("hello")),
            Route.post("/in", Reach.PUBLIC, swallowing()));
  }

  private String askedAs(String host, String path) throws IOException {
    return server.raw(
        "GET " + path + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n");
  }

  /** Sends one byte after another, well within the idle timeout; true once the server cuts. */
  private boolean cutWhileDripping(String start) throws IOException {
    try (Socket socket = server.connect()) {
      socket.setSoTimeout(20);
      socket.getOutputStream().write(start.getBytes(StandardCharsets.US_ASCII));
      for (int dripped = 0; dripped < 1_000; dripped++) {
        socket.getOutputStream().write('x');
        if (closed(socket)) {
          return true;
        }
      }
      return false;
    } catch (SocketException cut) {
      return true;
    }
  }

  private static boolean closed(Socket socket) throws IOException {
    try {
      return socket.getInputStream().read() == -1;
    } catch (SocketTimeoutException open) {
      return false;
    }
  }

  /** Whether nobody answers: a stop may also take a last connection and leave it unheard. */
  private boolean isRefused() {
    String request = "GET /nowhere HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
    try (Socket socket = server.connect()) {
      socket.setSoTimeout(1_000);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      byte[] start = socket.getInputStream().readNBytes(12);
      return !new String(start, StandardCharsets.US_ASCII).equals("HTTP/1.1 404");
    } catch (IOException refused) {
      return true;
    }
  }

  private static String header(HttpResponse<String> response, String name) {
    return response.headers().firstValue(name).orElse("");
  }

  private static HttpServlet saying(String words) {
    return saying(() -> words);
  }

  private static HttpServlet saying(Supplier<String> words) {
    return new HttpServlet() {
      @Override
      protected void doGet(HttpServletRequest request, HttpServletResponse response)
          throws IOException {
        response.getWriter().write(words.get());
      }
    };
  }

  private static HttpServlet swallowing() {
    return new HttpServlet() {
      @Override
      protected void doPost(HttpServletRequest request, HttpServletResponse response)
          throws IOException {
        request.getInputStream().readAllBytes();
      }
    };
  }

  private static void waitFor(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
