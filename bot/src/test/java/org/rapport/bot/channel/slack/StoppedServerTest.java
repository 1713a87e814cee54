package org.rapport.bot.channel.slack;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.rapport.bot.Main;
import org.rapport.bot.ShippedIndex;
import org.rapport.bot.store.DataFolder;

/** A server process that is stopped while it answers, and the next one on its data. */
class StoppedServerTest {
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final int QUESTIONS = 12;

  @TempDir Path home;

  private final FakeSlack slack = new FakeSlack();
  private final HttpClient http = HttpClient.newHttpClient();
  private final List<Process> servers = new ArrayList<>();

  /** How the first server ends. */
  private enum End {
    /** As by kill -9. */
    KILLED {
      @Override
      void come(Process server) {
        server.destroyForcibly();
      }
    },
    ASKED_TO_STOP {
      @Override
      void come(Process server) {
        server.destroy();
      }
    };

    abstract void come(Process server);
  }

  @AfterEach
  void close() {
    servers.forEach(Process::destroyForcibly);
    http.close();
    slack.close();
  }

  @ParameterizedTest
  @EnumSource
  void eachAcknowledgedQuestionIsAnsweredOnceOrListedAsFailed(End end) throws Exception {
    ShippedIndex.copyTo(new DataFolder(home));
    CountDownLatch sending = new CountDownLatch(1);
    slack.answers(
        "chat.postMessage",
        new FakeSlack.Answer.Held(sending, new FakeSlack.Answer.Reply(200, Map.of(), "{}")));
    List<String> asked =
        IntStream.range(0, QUESTIONS).mapToObj(i -> "1760000000.%06d".formatted(i)).toList();

    int port = serve();
    for (String ts : asked) {
      assertThat(mention(port, ts)).isEqualTo(200);
    }
    assertThat(slack.next().field("thread_ts")).isEqualTo(asked.getFirst());
    end.come(servers.getFirst());
    servers.getFirst().waitFor();
    sending.countDown();
    serve();

    List<String> answered = new ArrayList<>();
    await()
        .atMost(PATIENCE)
        .until(() -> {
          slack.rest().forEach(call -> answered.add(call.field("thread_ts")));
          return answered.size() >= QUESTIONS - 1 && count("state <> 'failed'") == 0;
        });
    assertThat(answered).isEqualTo(asked.subList(1, QUESTIONS));
    assertThat(count("state = 'failed'")).isEqualTo(1);
  }

  private int serve() throws IOException {
    int port = freePort();
    ProcessBuilder start =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            Main.class.getName(),
            "serve");
    start
        .environment()
        .putAll(
            Map.of(
                "PORT",
                Integer.toString(port),
                "RAPPORT_DATA",
                home.toString(),
                "SLACK_SIGNING_SECRET",
                SlackWorkspace.SECRET,
                "SLACK_BOT_TOKEN",
                "xoxb-test",
                "SLACK_API_URL",
                slack.apiUrl().toString()));
    servers.add(
        start
            .redirectErrorStream(true)
            .redirectOutput(home.resolve("log-" + port).toFile())
            .start());
    await().atMost(PATIENCE).until(() -> isReady(port));
    return port;
  }

  private boolean isReady(int port) throws InterruptedException {
    try {
      return send(HttpRequest.newBuilder(address(port, "/health/ready"))).statusCode() == 200;
    } catch (IOException notYet) {
      return false;
    }
  }

  private int mention(int port, String ts) throws IOException, InterruptedException {
    JsonObject payload =
        SlackWorkspace.payload(
            "app_mention",
            it -> {
              it.addProperty("event_id", "Ev" + ts);
              SlackWorkspace.event(it).addProperty("ts", ts);
            });
    String body = payload.toString();
    String now = Long.toString(InstantSource.system().instant().getEpochSecond());
    RequestSignature signature =
        new RequestSignature(SlackWorkspace.SECRET, InstantSource.system());
    return send(HttpRequest.newBuilder(address(port, "/slack/events"))
            .header("Content-Type", "application/json")
            .header(RequestSignature.TIMESTAMP_HEADER, now)
            .header(RequestSignature.SIGNATURE_HEADER, signature.of(now, body.getBytes(UTF_8)))
            .POST(HttpRequest.BodyPublishers.ofString(body)))
        .statusCode();
  }

  private HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private int count(String which) {
    String url = "jdbc:sqlite:" + new DataFolder(home).database() + "?busy_timeout=20000";
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("select count(*) from inbox where " + which)) {
      return rows.getInt(1);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static URI address(int port, String path) {
    return URI.create("http://127.0.0.1:" + port + path);
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
