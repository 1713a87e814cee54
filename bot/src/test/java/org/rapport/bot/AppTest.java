package org.rapport.bot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ConnectException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AppTest {
  @TempDir private Path data;

  @Test
  void itServesFromTheFirstMomentToTheLast() throws Exception {
    int port;
    try (App app = App.start(settings(0, OptionalInt.empty()))) {
      port = app.port();
      assertThat(get(port, "/health/live").body()).isEqualToIgnoringNewLines("live");
      assertThat(get(port, "/").body()).contains("A social media coach for NHS leaders");
      assertThat(get(port, "/metrics").body()).contains("jvm_memory_used_bytes");
    }
    assertThatThrownBy(() -> get(port, "/")).isInstanceOf(ConnectException.class);
  }

  @Test
  void outsideDevelopmentNobodyCanTry() throws Exception {
    try (App app = App.start(settings(0, OptionalInt.empty()))) {
      assertThat(get(app.port(), "/try/ask").statusCode()).isEqualTo(404);
    }
  }

  @Test
  void metricsHaveTheirOwnPortIfOneIsSet() throws Exception {
    try (App app = App.start(settings(0, OptionalInt.of(0)))) {
      assertThat(get(app.port(), "/metrics").statusCode()).isEqualTo(404);
      assertThat(get(app.operatorsPort(), "/metrics").statusCode()).isEqualTo(200);
    }
  }

  @Test
  void aPortThatIsTakenIsNamed() throws Exception {
    try (ServerSocket taken = new ServerSocket(0)) {
      Settings settings = settings(taken.getLocalPort(), OptionalInt.empty());
      assertThatThrownBy(() -> App.start(settings))
          .hasMessageContaining("port " + taken.getLocalPort());
    }
  }

  private Settings settings(int port, OptionalInt metricsPort) {
    return new Settings(
        "127.0.0.1",
        port,
        data,
        Optional.empty(),
        URI.create("http://127.0.0.1"),
        new Settings.Contact("the comms team", Optional.empty()),
        20,
        Duration.ofDays(30),
        metricsPort,
        false,
        Set.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private static HttpResponse<String> get(int port, String path)
      throws IOException, InterruptedException {
    try (HttpClient client = HttpClient.newHttpClient()) {
      URI uri = URI.create("http://127.0.0.1:" + port + path);
      return client.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
    }
  }
}
