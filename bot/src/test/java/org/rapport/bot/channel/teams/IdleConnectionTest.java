package org.rapport.bot.channel.teams;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** A service that hangs up when nothing came for five seconds, as many do. */
class IdleConnectionTest {
  private static final int HANGS_UP_AFTER_MILLIS = 5_000;
  private static final byte[] REPLY =
      "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{}"
          .getBytes(US_ASCII);

  private final CountDownLatch hungUp = new CountDownLatch(1);

  @Test
  void nothingIsSentOnAConnectionThatTheOtherSideHungUp() throws Exception {
    try (ServerSocket service = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        TeamsHttp http = new TeamsHttp(Patience.standard())) {
      Thread.ofVirtual().start(() -> serve(service));
      URI address = URI.create("http://127.0.0.1:" + service.getLocalPort());
      assertThat(http.getJson(address)).isEmpty();
      assertThat(hungUp.await(1, TimeUnit.MINUTES)).isTrue();

      assertThat(http.getJson(address)).isEmpty();
    }
  }

  private void serve(ServerSocket service) {
    try {
      while (true) {
        Socket connection = service.accept();
        Thread.ofVirtual().start(() -> answerUntilIdle(connection));
      }
    } catch (IOException closed) {
      // The test is over.
    }
  }

  private void answerUntilIdle(Socket connection) {
    try (connection) {
      connection.setSoTimeout(HANGS_UP_AFTER_MILLIS);
      BufferedReader request =
          new BufferedReader(new InputStreamReader(connection.getInputStream(), US_ASCII));
      for (String line = request.readLine(); line != null; line = request.readLine()) {
        if (line.isEmpty()) {
          connection.getOutputStream().write(REPLY);
        }
      }
    } catch (IOException idle) {
      // As it is meant.
    } finally {
      hungUp.countDown();
    }
  }
}
